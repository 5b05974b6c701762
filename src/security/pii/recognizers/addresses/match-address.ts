import { classOf, WordClass } from '../../lexicon/english/word-class.js';
import { TAILS, UNIT } from './address-parts.js';

const UNITS = new RegExp(`(?:,? ?\\n?|\\n)(?:${UNIT})`, 'y');
const TAIL_PATTERNS = TAILS.map((tail) => new RegExp(tail, 'y'));
/** `, Springfield`: a city that is known. */
const KNOWN_CITY = /, ([A-ZÀ-Þ][A-Za-zÀ-ɏ'’-]{1,24})(?![A-Za-z])/y;

/** Where an address goes on behind its street: unit, then city, state and postal code. */
export interface AddressEnd {
  readonly end: number;
  /** How many of the parts were there. */
  readonly parts: number;
}

export function readAddressEnd(text: string, street: number): AddressEnd {
  const unit = matchEnd(UNITS, text, street) || street;
  const tail = tailEnd(text, unit);
  const parts = (unit > street ? 1 : 0) + (tail > unit ? 1 : 0);
  return { end: tail, parts };
}

function tailEnd(text: string, from: number): number {
  for (const pattern of TAIL_PATTERNS) {
    const end = matchEnd(pattern, text, from);
    if (end) return withoutFullStop(text, end);
  }
  KNOWN_CITY.lastIndex = from;
  const city = KNOWN_CITY.exec(text)?.[1];
  return city !== undefined && (classOf(city) & WordClass.PLACE) !== 0 ? from + 2 + city.length : from;
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
