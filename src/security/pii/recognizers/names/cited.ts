import type { CodeUnits } from '../../text/code-units.js';

const COMMA = 0x2c;
/** A year of publication: (김현, 1976). */
const CITED = /, ?(?:19|20)\d{2}[a-z]?(?:[);,]|: ?\d)/y;

/** Whether a year of publication follows, as behind the author of a work. */
export function isCited(text: CodeUnits, end: number): boolean {
  if (text.charCodeAt(end) !== COMMA) return false;
  CITED.lastIndex = end;
  return CITED.test(text.string);
}
