import type { CodeUnits } from '../../../text/code-units.js';
import { mix, pair, seed, slot } from '../model-hash.js';
import type { NameSpan } from './name-span.js';

/** How many features the beginning of a run has, the same for every name in it. */
export const SURNAME_FEATURES = 2;
/** Those of the candidate itself that need no look behind the name: a first sight. */
export const SYLLABLE_FEATURES = 2;
/** All others of the candidate itself. */
export const WORD_FEATURES = 6;

/** Where the features of a surname begin. */
export function surnameHash(text: CodeUnits, start: number, end: number): number {
  let hash = seed(0);
  for (let index = start; index < end; index++) hash = mix(hash, text.charCodeAt(index));
  return hash;
}

/** The weight of a surname. */
export const surnameSlot = (hash: number): number => slot(1, hash);

/** The weight of a surname with the syllable behind it. */
export const pairSlot = (hash: number, given: number): number => slot(2, mix(hash, given));

/** The weight of the first given syllable, with the length of the name. */
export const givenSlot = (given: number, length: number): number => slot(3, mix(mix(seed(1), given), length));

/** The weight of the last syllable of a name, with its length. */
export const lastSlot = (last: number, length: number): number => slot(6, pair(last, length));

/** Writes the weights of the surname and of what follows it. */
export function surnameFeatures(text: CodeUnits, start: number, given: number, into: Uint32Array): void {
  const hash = surnameHash(text, start, given);
  into[0] = surnameSlot(hash);
  into[1] = pairSlot(hash, text.charCodeAt(given));
}

/** Writes the weights of the first given syllable and of the last one, with the length of the name. */
export function syllableFeatures(
  text: CodeUnits,
  start: number,
  surnameLength: number,
  length: number,
  into: Uint32Array,
): void {
  into[0] = givenSlot(text.charCodeAt(start + surnameLength), length);
  into[1] = lastSlot(text.charCodeAt(start + length - 1), length);
}

/** Writes the weights of all syllables and of what is joined to them. */
export function wordFeatures(text: CodeUnits, name: NameSpan, into: Uint32Array): void {
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
  into[0] = slot(4, hash);
  into[1] = slot(5, givenHash);
  into[2] = slot(7, mix(tail, length));
  into[3] = slot(8, mix(mix(hash, tail), length));
  into[4] = slot(9, pair(length, name.surnameLength));
  into[5] = slot(10, pair(end - start, length));
}
