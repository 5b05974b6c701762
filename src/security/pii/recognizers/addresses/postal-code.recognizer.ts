import { candidate, type Candidate, type NumberRecognizer } from '../recognizer.js';
import type { TokenRun } from '../../text/token-run.js';
import { isAsciiLetter } from '../../text/character-class.js';
import { US_STATES } from './address-parts.js';
import { countryEnd } from './locality-end.js';
import { houseBefore, type House } from './house-before.js';
import { placeBefore } from './place-before.js';
import { max } from '../../text/math.js';

const STATE_WINDOW = 22;
const STATE = new RegExp(`(?:^|[^A-Za-z])(?:${US_STATES})\\.?,? {1,2}$`, 'i');
const AUSTRALIAN_STATE = /(?:^|[^A-Za-z])(?:NSW|VIC|Vic|QLD|Qld|SA|WA|TAS|Tas|ACT|NT|nsw|vic|qld|tas),? $/;

/** What a postal code is worth: how surely it is one, and whether names of two words may stand for city and street. */
interface Code {
  readonly isSure: boolean;
}

/** Space, parenthesis, hyphens. */
const BEFORE_SIX: ReadonlySet<number> = new Set([0x20, 0x28, 0x2d, 0x2013]);
const SURE: Code = { isSure: true };
const UNSURE: Code = { isSure: false };

/** Addresses told by the postal code at their end, whatever the street is called and whether commas part them. */
export const addressPostalCodeRecognizers: readonly NumberRecognizer[] = [
  byCode('us', ['5', '5-4'], usCode, 'abcdefghijklmnopqrstuvwxyz.*'),
  byCode('ca', ['LDL_DLD', 'LDLDLD', 'LDL-DLD'], () => SURE, undefined, 'ABCEGHJKLMNPRSTVXY'),
  byCode(
    'gb',
    ['LD_DLL', 'LDD_DLL', 'LLD_DLL', 'LLDD_DLL', 'LDL_DLL', 'LLDL_DLL'],
    () => SURE,
    undefined,
    'ABCDEFGHIJKLMNOPRSTUWYZ',
  ),
  byCode('ie', ['LDD_????'], eircode, undefined, 'ACDEFHKNPRTVWXY'),
  byCode('dublin', ['1~2'], dublin, 'n'),
  byCode('six', ['6', '3_3'], sixDigits, `abcdefghijklmnopqrstuvwxyz*`),
  byCode('four', ['4'], fourDigits, 'abcdefghijklmnopqrstuvwxyz.'),
];

function byCode(
  country: string,
  shapes: readonly string[],
  codeOf: (run: TokenRun) => Code | undefined,
  behind: string | undefined,
  first?: string,
): NumberRecognizer {
  return {
    name: `address-code-${country}`,
    trigger: 'number',
    shapes,
    ...(behind !== undefined && { behind, before: ['SPACE', 'HYPHEN', 'OTHER'] as const }),
    ...(first !== undefined && { first }),
    recognize(run): Candidate | undefined {
      const code = codeOf(run);
      if (!code) return undefined;
      const house = houseBefore(run.text, run.start);
      if (!house || !isEnough(house, code)) return undefined;
      const end = closes(run) ? run.end + 1 : run.end;
      return candidate('ADDRESS', house.start, countryEnd(run.text, end), house.hasStreet ? 0.95 : 0.9);
    },
  };
}

function isEnough(house: House, { isSure }: Code): boolean {
  return house.hasStreet || house.hasUnit || (isSure && house.words >= 3);
}

/** `S(640662)`. */
function closes({ text, start, end }: TokenRun): boolean {
  return text.charAt(start - 1) === '(' && text.charAt(end) === ')';
}

function usCode({ text, start, units }: TokenRun): Code | undefined {
  if (!isAsciiLetter(units.charCodeAt(start - 2)) && !isAsciiLetter(units.charCodeAt(start - 3)))
    return undefined;
  return STATE.test(text.slice(max(0, start - STATE_WINDOW), start)) ? SURE : undefined;
}

function eircode({ capitals }: TokenRun): Code | undefined {
  return /^[AC-FHKNPRTV-Y](?:\d\d|6W)[0-9AC-FHKNPRTV-Y]{4}$/.test(capitals) ? SURE : undefined;
}

function dublin({ text, start }: TokenRun): Code | undefined {
  return /(?:^|[^A-Za-z])(?:Dublin|DUBLIN) $/.test(text.slice(max(0, start - 8), start)) ? SURE : undefined;
}

/** India, Singapore and Nigeria: only behind a place that is known, or where a unit or street is told. */
function sixDigits({ text, start, units }: TokenRun): Code | undefined {
  if (!BEFORE_SIX.has(units.charCodeAt(start - 1))) return undefined;
  const before = text.slice(max(0, start - 24), start);
  if (/(?:Singapore|SINGAPORE|\bS) ?\(?$/.test(before)) return SURE;
  return /[A-Za-z.] ?[-–—]? ?$/.test(before) && placeBefore(before) ? UNSURE : undefined;
}

/** Australia behind a state; elsewhere behind a place that is known, where it is no year. */
function fourDigits({ text, start, units, value }: TokenRun): Code | undefined {
  if (!isAsciiLetter(units.charCodeAt(start - 2)) && !isAsciiLetter(units.charCodeAt(start - 3)))
    return undefined;
  const before = text.slice(max(0, start - 24), start);
  if (AUSTRALIAN_STATE.test(before)) return SURE;
  return !/^(?:19|20)/.test(value) && placeBefore(before) ? UNSURE : undefined;
}
