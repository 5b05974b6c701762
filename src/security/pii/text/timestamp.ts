import { isAsciiAlphanumeric, isDigit } from './character-class.js';
import type { CodeUnits } from './code-units.js';

/** RFC 3339, a zero for each digit. */
const FORM = Array.from('0000-00-00T00:00:00', (character) => character.charCodeAt(0));
const ZERO = 0x30;
const YEAR_DIGITS = 4;
const SECONDS = 17;
const T_AT = 10;
const CAPITAL_T = 0x54;
const CAPITAL_Z = 0x5a;
const FULL_STOP = 0x2e;

/**
 * Where a pass goes on behind the year at `start` with which a timestamp begins, as most lines of logs do: its month, day, hour and
 * minute are no values of their own, nor are its seconds before a fraction and a Z. `otherwise` where there is none.
 */
export function behindTimestamp(text: CodeUnits, start: number, otherwise: number): number {
  if (text.charCodeAt(start + T_AT) !== CAPITAL_T) return otherwise;
  for (let index = YEAR_DIGITS; index < FORM.length; index++) {
    const code = text.charCodeAt(start + index);
    if (FORM[index] === ZERO ? !isDigit(code) : code !== FORM[index]) return otherwise;
  }
  return behindFraction(text, start + FORM.length) || start + SECONDS;
}

/** End of `.000Z`, or 0. */
function behindFraction(text: CodeUnits, at: number): number {
  if (text.charCodeAt(at) !== FULL_STOP) return 0;
  let end = at + 1;
  while (isDigit(text.charCodeAt(end))) end++;
  const isZulu = end > at + 1 && text.charCodeAt(end) === CAPITAL_Z;
  return isZulu && !isAsciiAlphanumeric(text.charCodeAt(end + 1)) ? end + 1 : 0;
}
