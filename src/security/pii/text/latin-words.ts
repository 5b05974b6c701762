import type { Characters } from './code-units.js';
import { isAsciiAlphanumeric, isAsciiLetter } from './character-class.js';
import { min } from './math.js';

/** Longest word, in UTF-16 units: what goes on is cut there. */
export const MAX_WORD = 32;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const HYPHEN = 0x2d;
const LOWER_S = 0x73;

/** A letter of the Latin script: ASCII, Latin-1, Extended-A and -B, Extended Additional. */
export function isLatinLetter(code: number): boolean {
  if (code < 0x80) return isAsciiLetter(code);
  return (
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code <= 0x1eff)
  );
}

export function isLatinCapital(text: Characters, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  const character = text.charAt(at);
  return isLatinLetter(code) && character !== character.toLowerCase();
}

/** Whether a word begins at `at`: before it no letter, digit or mark of a user name, a tag or an escape. */
export function startsWord(text: Characters, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  if (before === 0x20) return true;
  return !(isAsciiAlphanumeric(before) || isLatinLetter(before) || isMark(before));
}

/** `@`, `#`, `_`, `$` and the backslash. */
function isMark(code: number): boolean {
  return code === 0x40 || code === 0x23 || code === 0x5f || code === 0x24 || code === 0x5c;
}

/** End of the word that begins at `at`, over the apostrophe of O'Connor and the hyphen of Jean-Pierre, not over a possessive. */
export function wordEnd(text: Characters, at: number): number {
  let end = at;
  const limit = min(text.length, at + MAX_WORD);
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (isLatinLetter(code) || (end > at && joinsWord(text, end, code))) end++;
    else break;
  }
  return end;
}

/** Whether the character at `at`, no letter, is an apostrophe or a hyphen within a word. */
export function joinsWord(text: Characters, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (code === HYPHEN) return isLatinLetter(next);
  if (code !== APOSTROPHE && code !== RIGHT_QUOTE) return false;
  return isLatinLetter(next) && !(next === LOWER_S && !isLatinLetter(text.charCodeAt(at + 2)));
}
