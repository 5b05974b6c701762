import { isAsciiAlphanumeric, isDigit } from '../text/character-class.js';
import { isValidInternational } from './phone-validation.js';
import { candidate, type CharacterRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

/** `+82 10-1234-5678`, `+82 (0)10 …`. */
const KOREAN = /82[-. )]{0,2}(?:\(0\)|0)?[-. ]?(?:1[016789]|2|[3-6][1-5]|70)[-. ]?\d{3,4}[-. ]?\d{4}(?!\d)/y;
/** North American numbers behind `+1`: those kept for fiction (555) are found too, because people make them up. */
const NORTH_AMERICAN = /1[-. ]?\(?[2-9]\d{2}\)?(?: - |[-. ]|\) ?)?[2-9]\d{2}(?: - |[-. ])?\d{4}(?!\d)/y;
const ANY = /\d{1,3}(?:[-. ]{0,1}\(?\d{1,5}\)?){2,6}/y;

/** ITU-T E.164 §6. */
const MOST_DIGITS = 15;
const LEAST_DIGITS = 9;

/** Numbers behind `+`: Korean and North American ones by their plan, others by libphonenumber. */
export const phoneInternationalRecognizer: CharacterRecognizer = {
  name: 'phone-international',
  trigger: 'plus',
  recognize(text, at) {
    if (isAsciiAlphanumeric(text.charCodeAt(at - 1))) return undefined;
    const start = at + 1;
    const planned =
      stickyEnd(KOREAN, text, start) || stickyEnd(NORTH_AMERICAN, text, start) || anyEnd(text, start);
    if (planned) return candidate('PHONE', at, planned, 0.97);
    const possible = stickyEnd(ANY, text, start);
    return isPossible(text, start, possible) ? candidate('PHONE', at, possible, 0.86) : undefined;
  },
};

/** Numbers kept for fiction are in no plan, but made up often: as many digits as a number has, in groups. */
function isPossible(text: string, start: number, end: number): boolean {
  if (end === 0 || isDigit(text.charCodeAt(end))) return false;
  const digits = text.slice(start, end).replace(/\D/g, '').length;
  return digits >= LEAST_DIGITS && digits <= MOST_DIGITS && digits < end - start;
}

/** Longest valid number; a trailing group that does not belong to it is given back. */
function anyEnd(text: string, start: number): number {
  let end = stickyEnd(ANY, text, start);
  if (isDigit(text.charCodeAt(end))) return 0;
  for (let attempt = 0; attempt < 3 && end - start >= 7; attempt++) {
    const number = text.slice(start, end);
    if (isValidInternational(`+${number}`)) return end;
    // In the number alone: the text may have no space for a long way back.
    end = start + max(number.lastIndexOf(' '), 0);
  }
  return 0;
}

function stickyEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
