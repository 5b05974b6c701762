import type { Characters } from './code-units.js';

const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x201d;
/** Most characters between the letters of a label and its colon. */
const MOST_CLOSINGS = 2;

/** The last character of what may be a label before a colon or an equals sign, over a space and a quotation mark. */
export function lastOfLabel(text: Characters, colon: number): number {
  let at = colon - 1;
  while (colon - at <= MOST_CLOSINGS && closesLabel(text.charCodeAt(at))) at--;
  return text.charCodeAt(at);
}

/** Whether it may stand between a label and its colon. */
export function closesLabel(code: number): boolean {
  return code === QUOTE || code === SPACE || code === APOSTROPHE || code === RIGHT_QUOTE;
}
