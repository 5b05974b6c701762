import type { CodeUnits } from '../../../text/code-units.js';
import { isAsciiLetter, isDigit, isHangul } from '../../../text/character-class.js';
import { mix, pair, seed, slot } from '../model-hash.js';
import type { NameSpan } from './name-span.js';
import { max, min } from '../../../text/math.js';

/** How many features the surroundings have that are the same for every name in a run, and how many others. */
export const SURROUNDINGS = 8;
export const JOINED_FEATURES = 3;
/** How far from a run of syllables its neighbours are looked for. */
const REACH = 12;
const DIGIT = 0x30;
const LETTER = 0x61;
const NOTHING = 1;

/** Writes the weights of the words beside a run of syllables and the characters between, and notes the nearest of them. */
export function surroundings(text: CodeUnits, run: NameSpan, into: Uint32Array): void {
  const gapBefore = beforeFeatures(text, run, into);
  const gap = afterFeatures(text, run, into);
  // Both sides at once: `«name»,` in a list, `"«name»"` in JSON.
  into[7] = slot(20, pair(gapBefore, gap));
}

/** Writes the weights of what is joined to a name together with what stands around it. */
export function joinedFeatures(name: NameSpan, into: Uint32Array): void {
  const { left, right, tail } = name;
  into[0] = slot(16, mix(name.nextTwo, tail));
  into[1] = slot(19, mix(tail, right));
  into[2] = slot(21, mix(pair(left, right), name.nameEnd === name.end ? 0 : 1));
}

/** Returns the weight of the characters between. */
function beforeFeatures(text: CodeUnits, run: NameSpan, into: Uint32Array): number {
  const { start } = run;
  const wordEnd = wordBefore(text, start);
  let gap = seed(3);
  for (let index = max(wordEnd, start - 3); index < start; index++) gap = mix(gap, kindAt(text, index));
  run.left = kindAt(text, start - 1);
  let word = seed(4);
  let last2 = word;
  let last3 = word;
  for (let index = wordEnd - 1; index >= wordEnd - 4 && isHangul(text.charCodeAt(index)); index--) {
    word = mix(word, text.charCodeAt(index));
    if (index >= wordEnd - 2) last2 = word;
    if (index >= wordEnd - 3) last3 = word;
  }
  into[0] = slot(11, mix(word, run.left));
  into[1] = slot(12, last2);
  into[2] = slot(13, mix(last3, gap));
  return (into[3] = slot(14, gap));
}

/** Returns a hash of the characters between. */
function afterFeatures(text: CodeUnits, run: NameSpan, into: Uint32Array): number {
  const { end } = run;
  const wordStart = wordAfter(text, end);
  let gap = seed(5);
  for (let index = end; index < min(wordStart, end + 3); index++) gap = mix(gap, kindAt(text, index));
  run.right = kindAt(text, end);
  let word = seed(6);
  let first = word;
  run.nextTwo = word;
  for (let index = wordStart; index < wordStart + 3 && isHangul(text.charCodeAt(index)); index++) {
    word = mix(word, text.charCodeAt(index));
    if (index < wordStart + 1) first = word;
    if (index < wordStart + 2) run.nextTwo = word;
  }
  into[4] = slot(15, mix(word, run.right));
  into[5] = slot(17, first);
  into[6] = slot(18, gap);
  return gap;
}

/** Where the nearest Hangul before `start` ends. */
function wordBefore(text: CodeUnits, start: number): number {
  const first = max(0, start - REACH);
  let at = start;
  while (at > first && !isHangul(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the nearest Hangul behind `end` begins. */
function wordAfter(text: CodeUnits, end: number): number {
  const last = min(text.length, end + REACH);
  let at = end;
  while (at < last && !isHangul(text.charCodeAt(at))) at++;
  return at;
}

/** A character, with all digits and all Latin letters alike. */
function kindAt(text: CodeUnits, at: number): number {
  if (at < 0 || at >= text.length) return NOTHING;
  const code = text.charCodeAt(at);
  if (isDigit(code)) return DIGIT;
  return isAsciiLetter(code) ? LETTER : code;
}
