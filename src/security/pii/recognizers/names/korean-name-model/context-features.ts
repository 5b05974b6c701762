import type { Characters } from '../../../text/code-units.js';
import { isAsciiLetter, isDigit, isHangul } from '../../../text/character-class.js';
import { mix, seed, slot } from './hash.js';
import { WORD_FEATURES, type NameSpan } from './word-features.js';
import { max, min } from '../../../text/math.js';

/** How many features the surroundings have. */
export const CONTEXT_FEATURES = 11;
/** How far from a run of syllables its neighbours are looked for. */
const REACH = 12;
const DIGIT = 0x30;
const LETTER = 0x61;
const NOTHING = 1;

/** Writes the weights of the words beside a run of syllables and the characters between, after the word's. */
export function contextFeatures(text: Characters, name: NameSpan, into: Uint32Array): void {
  beforeFeatures(text, name.start, into);
  afterFeatures(text, name, into);
}

function beforeFeatures(text: Characters, start: number, into: Uint32Array): void {
  const wordEnd = wordBefore(text, start);
  let gap = seed(3);
  for (let index = max(wordEnd, start - 3); index < start; index++) gap = mix(gap, kindAt(text, index));
  const left = kindAt(text, start - 1);
  let word = seed(4);
  let last2 = word;
  let last3 = word;
  for (let index = wordEnd - 1; index >= wordEnd - 4 && isHangul(text.charCodeAt(index)); index--) {
    word = mix(word, text.charCodeAt(index));
    if (index >= wordEnd - 2) last2 = word;
    if (index >= wordEnd - 3) last3 = word;
  }
  into[WORD_FEATURES] = slot(11, mix(word, left));
  into[WORD_FEATURES + 1] = slot(12, last2);
  into[WORD_FEATURES + 2] = slot(13, mix(last3, gap));
  into[WORD_FEATURES + 3] = slot(14, gap);
}

function afterFeatures(text: Characters, { start, nameEnd, end, tail }: NameSpan, into: Uint32Array): void {
  const wordStart = wordAfter(text, end);
  let gap = seed(5);
  for (let index = end; index < min(wordStart, end + 3); index++) gap = mix(gap, kindAt(text, index));
  const right = kindAt(text, end);
  let word = seed(6);
  let first = word;
  let first2 = word;
  for (let index = wordStart; index < wordStart + 3 && isHangul(text.charCodeAt(index)); index++) {
    word = mix(word, text.charCodeAt(index));
    if (index < wordStart + 1) first = word;
    if (index < wordStart + 2) first2 = word;
  }
  into[WORD_FEATURES + 4] = slot(15, mix(word, right));
  into[WORD_FEATURES + 5] = slot(16, mix(first2, tail));
  into[WORD_FEATURES + 6] = slot(17, first);
  into[WORD_FEATURES + 7] = slot(18, gap);
  into[WORD_FEATURES + 8] = slot(19, mix(tail, right));
  // Both sides at once: `«name»,` in a list, `"«name»"` in JSON.
  into[WORD_FEATURES + 9] = slot(20, mix(into[WORD_FEATURES + 3]!, gap));
  const left = kindAt(text, start - 1);
  into[WORD_FEATURES + 10] = slot(21, mix(mix(left, right), nameEnd === end ? 0 : 1));
}

/** Where the nearest Hangul before `start` ends. */
function wordBefore(text: Characters, start: number): number {
  const first = max(0, start - REACH);
  let at = start;
  while (at > first && !isHangul(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the nearest Hangul behind `end` begins. */
function wordAfter(text: Characters, end: number): number {
  const last = min(text.length, end + REACH);
  let at = end;
  while (at < last && !isHangul(text.charCodeAt(at))) at++;
  return at;
}

/** A character, with all digits and all Latin letters alike. */
function kindAt(text: Characters, at: number): number {
  if (at < 0 || at >= text.length) return NOTHING;
  const code = text.charCodeAt(at);
  if (isDigit(code)) return DIGIT;
  return isAsciiLetter(code) ? LETTER : code;
}
