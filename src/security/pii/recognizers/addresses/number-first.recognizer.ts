import { isDigit } from '../../text/character-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { candidate, type Candidate, type NumberRecognizer } from '../recognizer.js';
import {
  BUILDING,
  FRENCH,
  LIKELY_STREETS,
  NAMED_BY_POSTCODE,
  NAMED_BY_UNIT,
  NUMBER_FIRST,
  UNIT,
} from './address-parts.js';
import { matchEnd, readAddressEnd } from './match-address.js';
import { max, min } from '../../text/math.js';

const STREET = new RegExp(NUMBER_FIRST, 'y');
const RUE = new RegExp(FRENCH, 'y');
const BY_UNIT = new RegExp(NAMED_BY_UNIT, 'y');
const BY_POSTCODE = new RegExp(NAMED_BY_POSTCODE, 'y');
/** `Flat 3, ` and `Flat 3, Regent House, ` before the number of the house. */
const UNIT_BEFORE = new RegExp(`(?:^|[^A-Za-z0-9])((?:${UNIT}),? (?:${BUILDING},? )?)$`);
const LIKELY = new RegExp(`^(?:${LIKELY_STREETS})$`);
/** How the words begin that are written without a capital: rue, avenue, boulevard, bis … */
const STARTS_LOWER_CASE = new Set(
  'ru av bo bd pl ch al im qu ro co sq pa se bi'
    .split(' ')
    .map((letters) => (letters.charCodeAt(0) << 8) | letters.charCodeAt(1)),
);
/** No letter of a pattern lies behind Latin Extended-B. */
const LAST_LATIN = 0x24f;
const UNIT_WINDOW = 64;
const SPACE = 0x20;
const SLASH = 0x2f;
const LONGEST_ORDINAL = 3;
/** st, nd, rd and th behind a number. */
const ORDINAL_STARTS = 'snrt';

/** Addresses that begin with the number of the house: English-speaking countries and France. */
export const addressNumberFirstRecognizer: NumberRecognizer = {
  name: 'address-number-first',
  trigger: 'number',
  shapes: ['1~6', 'DL', 'DDL', 'DDDL', 'DDDDL', '1~5-1~5'],
  context: [
    'address',
    'lives at',
    'live at',
    'living at',
    'located at',
    'residence',
    'resides',
    'ship to',
    'deliver to',
    'moved to',
    'street',
    'mail to',
    'drop',
  ],
  against: ['total', 'quantity'],
  after: ['SPACE', 'COMMA'],
  recognize(run): Candidate | undefined {
    const { text, start } = run;
    if (!mayBeStreet(run.units, run.end)) return undefined;
    STREET.lastIndex = start;
    const match = STREET.exec(text);
    const street = match ? STREET.lastIndex : otherStreetEnd(text, start);
    if (street === 0) return undefined;
    const { end, parts } = readAddressEnd(text, street);
    const isDoubtful = match?.[1] !== undefined && !(run.end - start >= 3 && LIKELY.test(match[1]));
    if (isDoubtful && parts === 0 && run.context() <= 0) return candidate('ADDRESS', start, end, 0.45);
    const prefix = UNIT_BEFORE.exec(text.slice(max(0, start - UNIT_WINDOW), start))?.[1] ?? '';
    return candidate('ADDRESS', start - prefix.length, end, min(0.95, 0.75 + 0.1 * parts));
  },
};

/** Behind the number a word with a capital, `rue` or the like has to stand. */
function mayBeStreet(text: CodeUnits, end: number): boolean {
  const at = text.charCodeAt(end + 1) === SPACE ? end + 2 : end + 1;
  const next = text.charCodeAt(at);
  if ((next >= 0x41 && next <= 0x5a) || (next >= 0xc0 && next <= LAST_LATIN)) return true;
  if (isDigit(next)) return mayBeOrdinal(text, at);
  return STARTS_LOWER_CASE.has((next << 8) | text.charCodeAt(at + 1));
}

/** `5th`, `42nd`, and what is left of a house: `1/2`. */
function mayBeOrdinal(text: CodeUnits, at: number): boolean {
  let end = at + 1;
  while (end - at <= LONGEST_ORDINAL && isDigit(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  return code === SLASH || ORDINAL_STARTS.includes(String.fromCharCode(code));
}

/** Streets that are told by something else than what they are called. */
function otherStreetEnd(text: string, start: number): number {
  return matchEnd(RUE, text, start) || unitStreetEnd(text, start) || matchEnd(BY_POSTCODE, text, start);
}

/** `6750 Koskikatu 25 ` before `Apt. 864`; the space is not part of the street. */
function unitStreetEnd(text: string, start: number): number {
  const end = matchEnd(BY_UNIT, text, start);
  return end === 0 ? 0 : end - 1;
}
