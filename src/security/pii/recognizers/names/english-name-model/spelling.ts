import { gunzipSync } from 'node:zlib';
import type { CodeUnits } from '../../../text/code-units.js';
import { max, min, round } from '../../../text/math.js';
import { mix, seed, slot } from '../model-hash.js';
import { SPELLING_STEP, SPELLING_WEIGHTS } from './spelling-weights.js';

const LONGEST_PART = 4;
const LOWER_CASE = 0x20;
const FIRST_LETTER = 0x41;
/** What a word begins and ends with in its parts. */
const EDGE = 1;
/** Longest word of which all parts are looked at, in letters. */
const LONGEST = 24;
/** A logit is told apart from here down and up. */
const MOST = 6;

let weights: Int8Array | undefined;
/** The letters of one word between two edges; wiped behind it. */
const letters = new Uint16Array(LONGEST + 2);
/** The parts of one word: all of two to four letters, the whole and its length. */
const parts = new Uint32Array((LONGEST_PART - 1) * (LONGEST + 2) + 2);

/**
 * How a word is spelled, from -6 to 6: the higher, the more like names of people and the less like ordinary words, towns
 * and brands. For words that no list has.
 */
export function spellingOf(text: CodeUnits, start: number, end: number): number {
  weights ??= new Int8Array(gunzipSync(Buffer.from(SPELLING_WEIGHTS, 'base64')));
  const count = spellingParts(text, start, end, parts);
  let sum = 0;
  for (let index = 0; index < count; index++) sum += weights[parts[index]!]!;
  return max(-MOST, min(MOST, round(sum * SPELLING_STEP)));
}

/** Writes where the weights of a word's parts stand; returns how many there are. */
export function spellingParts(text: CodeUnits, start: number, end: number, into: Uint32Array): number {
  const length = min(end - start, LONGEST);
  letters[0] = letters[length + 1] = EDGE;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(start + index);
    letters[index + 1] = code >= FIRST_LETTER ? code | LOWER_CASE : code;
  }
  let count = 0;
  let whole = seed(0);
  for (let from = 0; from < length + 2; from++) {
    whole = mix(whole, letters[from]!);
    let hash = seed(1);
    for (let size = 1; size <= LONGEST_PART && from + size <= length + 2; size++) {
      hash = mix(hash, letters[from + size - 1]!);
      if (size > 1) into[count++] = slot(size, hash);
    }
  }
  letters.fill(0, 0, length + 2);
  into[count++] = slot(LONGEST_PART + 1, whole);
  into[count++] = slot(LONGEST_PART + 2, length);
  return count;
}
