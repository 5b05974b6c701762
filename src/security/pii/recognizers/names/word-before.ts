import type { Characters } from '../../text/code-units.js';
import { isLatinCapital, isLatinLetter } from '../../text/latin-words.js';

/** The word before a candidate, in lower case, and what stands between. */
export interface WordBefore {
  /** Empty at the start of the text or behind anything but a word. */
  readonly word: string;
  /** The word before that one, when only a space is between them. */
  readonly second: string;
  /** `,`, `:` or a line break between the word and the candidate; the sign itself when there is no word. */
  readonly mark: string;
  /** Whether it is written with a capital. */
  readonly isCapitalised: boolean;
}

const LONGEST_WORD = 14;
const MAX_SPACES = 3;
const NOTHING: WordBefore = { word: '', second: '', mark: '', isCapitalised: false };

/** Reads at most two words back. */
export function wordBefore(text: Characters, start: number): WordBefore {
  let at = start - 1;
  let mark = '';
  for (let spaces = 0; spaces < MAX_SPACES && isSpace(text.charCodeAt(at)); spaces++) {
    if (text.charCodeAt(at) === 0x0a) mark = '\n';
    at--;
  }
  if (at < 0) return NOTHING;
  const code = text.charCodeAt(at);
  if (code === 0x2c || code === 0x3a) {
    mark = text.charAt(at--);
    if (isQuote(text.charCodeAt(at))) at--;
  }
  const from = wordStart(text, at + 1);
  if (from > at) return { ...NOTHING, mark: text.charAt(at) };
  const word = text.slice(from, at + 1).toLowerCase();
  return { word, second: secondWord(text, from), mark, isCapitalised: isLatinCapital(text, from) };
}

function secondWord(text: Characters, end: number): string {
  if (text.charCodeAt(end - 1) !== 0x20) return '';
  return text.slice(wordStart(text, end - 1), end - 1).toLowerCase();
}

/** Start of the letters and apostrophes that end before `end`. */
function wordStart(text: Characters, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_WORD && isWordCharacter(text.charCodeAt(start - 1))) start--;
  return start;
}

function isWordCharacter(code: number): boolean {
  return isLatinLetter(code) || isQuote(code);
}

function isQuote(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x22;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
