import { gunzipSync } from 'node:zlib';
import type { CodeUnits } from '../../../text/code-units.js';
import { JOINED_FEATURES, joinedFeatures, SURROUNDINGS, surroundings } from './context-features.js';
import type { NameSpan } from './name-span.js';
import { NAME_WEIGHTS, WEIGHT_STEP } from './name-weights.js';
import {
  SURNAME_FEATURES,
  surnameFeatures,
  SYLLABLE_FEATURES,
  syllableFeatures,
  WORD_FEATURES,
  wordFeatures,
} from './word-features.js';

/** Words so unlike a name, at first and at second sight, that no surroundings make them one: there the look ends. */
const HOPELESS_AT_FIRST = -1.5 / WEIGHT_STEP;
const HOPELESS = -3 / WEIGHT_STEP;

const weights = new Int8Array(gunzipSync(Buffer.from(NAME_WEIGHTS, 'base64')));
/** Where features are written before their weights are summed up: one kind after the other. */
const features = new Uint32Array(SURROUNDINGS);

/**
 * Of the lengths given as bits, those of names that a first sight leaves: most runs begin with a surname and are no name,
 * which surname, first given syllable and last one tell.
 */
export function hopefulLengths(text: CodeUnits, run: NameSpan, lengths: number): number {
  surnameFeatures(text, run.start, run.start + run.surnameLength, features);
  run.ofSurname = sumOf(SURNAME_FEATURES);
  let hopeful = 0;
  for (let length = run.surnameLength + 1; lengths >> length !== 0; length++)
    if (((lengths >> length) & 1) !== 0 && firstSight(text, run, length) >= HOPELESS_AT_FIRST)
      hopeful |= 1 << length;
  return hopeful;
}

function firstSight(text: CodeUnits, run: NameSpan, length: number): number {
  syllableFeatures(text, run.start, run.surnameLength, length, features);
  return run.ofSurname + sumOf(SYLLABLE_FEATURES);
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
