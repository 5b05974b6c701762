import { createRequire } from 'node:module';
import type { isValidPhoneNumber, MetadataJson } from 'libphonenumber-js/core';

const require = createRequire(import.meta.url);
let validate: ((number: string) => boolean) | undefined;
let plans: Plans | undefined;

/** Whether a number with `+` is one that its country has. */
export function isValidInternational(number: string): boolean {
  plans ??= new Plans();
  return plans.verdict(number) ?? ask(number);
}

function ask(number: string): boolean {
  validate ??= loadValidation();
  return validate(number);
}

/** When the first number is met that the plans alone do not decide: seventy modules, more than the rest of this folder. */
function loadValidation(): (number: string) => boolean {
  const core = require('libphonenumber-js/core') as { isValidPhoneNumber: typeof isValidPhoneNumber };
  const metadata = loadMetadata();
  return (number) => core.isValidPhoneNumber(number, metadata);
}

function loadMetadata(): MetadataJson {
  return require('libphonenumber-js/min/metadata') as MetadataJson;
}

/** Of an entry of the library's metadata: pattern of national numbers, national prefix, the same for reading, kinds. */
type CountryMetadata = readonly unknown[];
const PATTERN = 2;
const PREFIX = 5;
const PREFIX_FOR_PARSING = 7;
const KINDS = 11;
const LONGEST_CODE = 3;

interface Plan {
  readonly national: RegExp;
  readonly prefix: RegExp | undefined;
}

/**
 * What the library does with numbers of countries that share their calling code with none and have no kinds to tell apart,
 * without making its patterns anew for each number, which takes it most of 60 µs.
 */
class Plans {
  private readonly metadata = loadMetadata();
  /** By calling code; undefined where the library has to be asked. */
  private readonly known = new Map<string, Plan | undefined>();

  /** Undefined when only the library knows. */
  verdict(number: string): boolean | undefined {
    const digits = number.replace(/\D/g, '');
    for (let length = 1; length <= LONGEST_CODE; length++) {
      const code = digits.slice(0, length);
      if (!(code in this.metadata.country_calling_codes)) continue;
      const plan = this.planOf(code);
      const national = digits.slice(length);
      // What may be a prefix may have to be taken off first.
      return plan && !plan.prefix?.test(national) ? plan.national.test(national) : undefined;
    }
    return undefined;
  }

  private planOf(code: string): Plan | undefined {
    if (!this.known.has(code)) this.known.set(code, this.readPlan(code));
    return this.known.get(code);
  }

  private readPlan(code: string): Plan | undefined {
    const { country_calling_codes: codes, countries } = this.metadata;
    const [country, another] = codes[code as keyof typeof codes] ?? [];
    if (country === undefined || another !== undefined) return undefined;
    const entry: CountryMetadata | undefined = countries[country];
    if (!entry || Boolean(entry[KINDS])) return undefined;
    const prefix = (entry[PREFIX_FOR_PARSING] || entry[PREFIX]) as string | undefined;
    return {
      national: new RegExp(`^(?:${String(entry[PATTERN])})$`),
      prefix: prefix ? new RegExp(`^(?:${prefix})`) : undefined,
    };
  }
}
