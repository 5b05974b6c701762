import { TAILS, UNIT } from './address-parts.js';
import { countryEnd, localitiesEnd } from './locality-end.js';

const UNITS = new RegExp(`(?:,? ?\\n?|\\n)(?:${UNIT})`, 'y');
const TAIL_PATTERNS = TAILS.map((tail) => new RegExp(tail, 'y'));
/** `Avenue 3`, `Ave 10`, `St 65`: streets of Singapore and others with a number of their own. */
const NUMBER_OF_STREET = / \d{1,2}(?=,| #|\r?\n| Singapore)/y;

/** Where an address goes on behind its street: unit, then city, state and postal code. */
export interface AddressEnd {
  readonly end: number;
  /** How many of the parts were there. */
  readonly parts: number;
}

export function readAddressEnd(text: string, street: number): AddressEnd {
  const numbered = matchEnd(NUMBER_OF_STREET, text, street) || street;
  const first = matchEnd(UNITS, text, numbered) || numbered;
  const unit = (first > numbered && matchEnd(UNITS, text, first)) || first;
  const tail = tailEnd(text, unit);
  const parts = (unit > street ? 1 : 0) + (tail > unit ? 1 : 0);
  return { end: tail, parts };
}

function tailEnd(text: string, from: number): number {
  for (const pattern of TAIL_PATTERNS) {
    const end = matchEnd(pattern, text, from);
    if (end) return countryEnd(text, withoutFullStop(text, end));
  }
  return localitiesEnd(text, from);
}

/** The full stop behind a town ends the sentence; the one behind `St.` or `Co.` does not. */
function withoutFullStop(text: string, end: number): number {
  return /[a-zß-ÿ]{3}\.$/.test(text.slice(end - 4, end)) ? end - 1 : end;
}

/** End of a sticky pattern at `start`, or 0. */
export function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
