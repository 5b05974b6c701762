import type { Characters } from '../../../text/code-units.js';
import { mix, seed, slot } from './hash.js';

/** Of these, how many need no look behind the name: a first sight. */
export const FIRST_SIGHT = 4;
/** How many features the candidate itself has. */
export const WORD_FEATURES = 10;

/** Part of a run of syllables that could be a name: from `start` to `nameEnd`, in a run up to `end`. */
export interface NameSpan {
  start: number;
  nameEnd: number;
  end: number;
  surnameLength: number;
  /** Hash of what is joined to the name. */
  tail: number;
}

/** Writes the weights of surname and first given syllable, from index 0 on. */
export function firstSight(
  text: Characters,
  start: number,
  given: number,
  length: number,
  into: Uint32Array,
): void {
  let hash = seed(0);
  for (let index = start; index < given; index++) hash = mix(hash, text.charCodeAt(index));
  into[0] = slot(1, hash);
  const code = text.charCodeAt(given);
  into[1] = slot(2, mix(hash, code));
  into[2] = slot(3, mix(mix(seed(1), code), length));
  into[3] = slot(6, mix(text.charCodeAt(start + length - 1), length));
}

/** Writes the weights of all syllables and of what is joined to them, after those of the first sight. */
export function wordFeatures(text: Characters, name: NameSpan, into: Uint32Array): void {
  const { start, nameEnd, end } = name;
  const given = start + name.surnameLength;
  const length = nameEnd - start;
  let hash = seed(0);
  for (let index = start; index < nameEnd; index++) hash = mix(hash, text.charCodeAt(index));
  let givenHash = seed(1);
  for (let index = given; index < nameEnd; index++) givenHash = mix(givenHash, text.charCodeAt(index));
  let tail = seed(2);
  for (let index = nameEnd; index < end; index++) tail = mix(tail, text.charCodeAt(index));
  name.tail = tail;
  into[FIRST_SIGHT] = slot(4, hash);
  into[FIRST_SIGHT + 1] = slot(5, givenHash);
  into[FIRST_SIGHT + 2] = slot(7, mix(tail, length));
  into[FIRST_SIGHT + 3] = slot(8, mix(mix(hash, tail), length));
  into[FIRST_SIGHT + 4] = slot(9, mix(length, name.surnameLength));
  into[FIRST_SIGHT + 5] = slot(10, mix(end - start, length));
}
