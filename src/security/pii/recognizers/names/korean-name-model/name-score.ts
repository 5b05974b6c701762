import type { Characters } from '../../../text/code-units.js';
import { gunzipSync } from 'node:zlib';
import { CONTEXT_FEATURES, contextFeatures } from './context-features.js';
import { NAME_WEIGHTS, WEIGHT_STEP } from './name-weights.js';
import { FIRST_SIGHT, firstSight, WORD_FEATURES, wordFeatures, type NameSpan } from './word-features.js';

/** Words so unlike a name, at first and at second sight, that no surroundings make them one: there the look ends. */
const HOPELESS_AT_FIRST = -1.5 / WEIGHT_STEP;
const HOPELESS = -3 / WEIGHT_STEP;

const weights = new Int8Array(gunzipSync(Buffer.from(NAME_WEIGHTS, 'base64')));
const features = new Uint32Array(WORD_FEATURES + CONTEXT_FEATURES);

/** Logit of the part of a run of syllables being a name. */
export function nameScore(text: Characters, name: NameSpan): number {
  const length = name.nameEnd - name.start;
  firstSight(text, name.start, name.start + name.surnameLength, length, features);
  const atFirst = sumOf(0, FIRST_SIGHT);
  if (atFirst < HOPELESS_AT_FIRST) return -Infinity;
  wordFeatures(text, name, features);
  const ofWord = atFirst + sumOf(FIRST_SIGHT, WORD_FEATURES);
  if (ofWord < HOPELESS) return -Infinity;
  contextFeatures(text, name, features);
  return (ofWord + sumOf(WORD_FEATURES, features.length)) * WEIGHT_STEP;
}

function sumOf(from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += weights[features[index]!]!;
  return sum;
}
