import { isDigit } from '../../text/character-class.js';
import type { CodeUnits } from '../../text/code-units.js';

const SPACE = 0x20;
const COLON = 0x3a;
const LINE_END = 0x0a;
const FULL_STOP = 0x2e;
const PARENTHESIS = 0x29;
const OPENING = 0x5b;
const CLOSING = 0x5d;
/** 야 */
const YA = 0xc57c;
const BULLETS = new Set(Array.from('-–*•·▪◦', (character) => character.charCodeAt(0)));
/** Behind whom somebody calls: 민호야, … */
export const BEHIND_CALL = new Set(
  Array.from(',!?~.…ㅋㅎㅠㅜ;♡♥❤\n"”’\'', (character) => character.charCodeAt(0)),
);

/** 야 민호! */
export function isHailed(text: CodeUnits, start: number, end: number): boolean {
  if (!BEHIND_CALL.has(text.charCodeAt(end)) || text.charCodeAt(start - 1) !== SPACE) return false;
  return text.charCodeAt(start - 2) === YA && beginsLine(text, start - 2);
}

/** `희수: ` at the beginning of a line or of an item, `[희수] `. */
export function isSpeaker(text: CodeUnits, start: number, end: number): boolean {
  const colon = text.charCodeAt(end) === SPACE ? end + 1 : end;
  const isBracketed = text.charCodeAt(end) === CLOSING && text.charCodeAt(start - 1) === OPENING;
  if (text.charCodeAt(colon) !== COLON && !isBracketed) return false;
  const line = isBracketed ? start - 1 : start;
  return beginsLine(text, line) || (text.charCodeAt(line - 1) === SPACE && beginsItem(text, line - 1));
}

function beginsLine(text: CodeUnits, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === LINE_END;
}

/** Behind `-`, `•`, `1.` at the beginning of a line. */
function beginsItem(text: CodeUnits, end: number): boolean {
  const mark = text.charCodeAt(end - 1);
  if (BULLETS.has(mark)) return beginsLine(text, end - 1);
  if (mark !== FULL_STOP && mark !== PARENTHESIS) return false;
  return isDigit(text.charCodeAt(end - 2)) && (beginsLine(text, end - 2) || beginsLine(text, end - 3));
}
