import { gunzipSync } from 'node:zlib';
import { HANGUL_FIRST, HANGUL_SYLLABLES } from '../../../text/character-class.js';
import type { CodeUnits } from '../../../text/code-units.js';
import { JOINED_FEATURES, joinedFeatures, SURROUNDINGS, surroundings } from './context-features.js';
import type { NameSpan } from './name-span.js';
import { NAME_WEIGHTS, WEIGHT_STEP } from './name-weights.js';
import { isTail } from './name-spans.js';
import {
  givenSlot,
  lastSlot,
  pairSlot,
  surnameHash,
  surnameSlot,
  WORD_FEATURES,
  wordFeatures,
} from './word-features.js';

/** Words so unlike a name, at first and at second sight, that no surroundings make them one: there the look ends. */
const HOPELESS_AT_FIRST = -1.5 / WEIGHT_STEP;
const HOPELESS = -3 / WEIGHT_STEP;

/** Longest name of the model, a power of two. */
const LENGTHS = 4;

const weights = new Int8Array(gunzipSync(Buffer.from(NAME_WEIGHTS, 'base64')));
/** By syllable and length of the name, the weight of the first given syllable and that of the last one: most asked for. */
const ofGiven = new Int8Array(HANGUL_SYLLABLES * LENGTHS);
const ofLast = new Int8Array(HANGUL_SYLLABLES * LENGTHS);
for (let code = HANGUL_FIRST; code < HANGUL_FIRST + HANGUL_SYLLABLES; code++)
  for (let length = 2; length <= LENGTHS; length++) {
    ofGiven[placeOf(code, length)] = weights[givenSlot(code, length)]!;
    ofLast[placeOf(code, length)] = weights[lastSlot(code, length)]!;
  }

/** Where features are written before their weights are summed up: one kind after the other. */
const features = new Uint32Array(SURROUNDINGS);

/**
 * Of the lengths given as bits, those of names that a first sight leaves: most runs begin with a surname and are no name,
 * which surname, first given syllable and last one tell. What is joined to the name is looked up behind.
 */
export function hopefulLengths(text: CodeUnits, run: NameSpan, lengths: number): number {
  const { start, end, surnameLength } = run;
  run.ofSurname = weightOfSurname(text, start, surnameLength);
  let hopeful = 0;
  for (let length = surnameLength + 1; lengths >> length !== 0; length++) {
    if (((lengths >> length) & 1) === 0 || firstSight(text, run, length) < HOPELESS_AT_FIRST) continue;
    if (isTail(text, start + length, end)) hopeful |= 1 << length;
  }
  return hopeful;
}

/** Whether the first sight leaves a given name alone, which has no surname: the same as above. */
export function isHopefulGiven(text: CodeUnits, run: NameSpan): boolean {
  const { start, nameEnd } = run;
  run.ofSurname = weightOfSurname(text, start, 0);
  return firstSight(text, run, nameEnd - start) >= HOPELESS_AT_FIRST;
}

/** Weight of the surname and of what follows it. */
function weightOfSurname(text: CodeUnits, start: number, length: number): number {
  const hash = surnameHash(text, start, start + length);
  return weights[surnameSlot(hash)]! + weights[pairSlot(hash, text.charCodeAt(start + length))]!;
}

/** With that of the first given syllable and of the last one, and the length of the name. */
function firstSight(text: CodeUnits, { start, surnameLength, ofSurname }: NameSpan, length: number): number {
  const given = placeOf(text.charCodeAt(start + surnameLength), length);
  const last = placeOf(text.charCodeAt(start + length - 1), length);
  return ofSurname + ofGiven[given]! + ofLast[last]!;
}

/** Logit of the part of a run of syllables being a name, after `hopefulLengths`. */
export function nameScore(text: CodeUnits, name: NameSpan): number {
  const atFirst = firstSight(text, name, name.nameEnd - name.start);
  wordFeatures(text, name, features);
  const ofWord = atFirst + sumOf(WORD_FEATURES);
  if (ofWord < HOPELESS) return -Infinity;
  if (!name.hasSurroundings) readSurroundings(text, name);
  joinedFeatures(name, features);
  return (ofWord + name.ofSurroundings + sumOf(JOINED_FEATURES)) * WEIGHT_STEP;
}

function readSurroundings(text: CodeUnits, run: NameSpan): void {
  surroundings(text, run, features);
  run.ofSurroundings = sumOf(SURROUNDINGS);
  run.hasSurroundings = true;
}

function sumOf(count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += weights[features[index]!]!;
  return sum;
}

function placeOf(code: number, length: number): number {
  return (code - HANGUL_FIRST) * LENGTHS + (length & (LENGTHS - 1));
}
