import { gunzipSync } from 'node:zlib';
import type { CodeUnits } from '../../../text/code-units.js';
import { max, min } from '../../../text/math.js';
import type { NameWord } from '../name-words.js';
import { FEATURES, nameFeatures, type RuleScores } from './name-features.js';
import { NAME_WEIGHTS, WEIGHT_STEP } from './name-weights.js';

/** What the rules say is where the model starts from: so much of a logit is a point of their score, at most so many logits. */
const RULES = 8;
const MOST_OF_RULES = 4;
/** From here on the rules say that it is a name. */
const EVEN = 0.5;

let weights: Int8Array | undefined;
const features = new Uint32Array(FEATURES);

/** Logit of the words being somebody's name: what the rules say, and what a model has learnt that they do not. */
export function nameLogit(text: CodeUnits, words: readonly NameWord[], rules: RuleScores): number {
  weights ??= new Int8Array(gunzipSync(Buffer.from(NAME_WEIGHTS, 'base64')));
  nameFeatures(text, words, rules, features);
  let sum = 0;
  for (let index = 0; index < FEATURES; index++) sum += weights[features[index]!]!;
  return logitOfRules(rules) + sum * WEIGHT_STEP;
}

/** What the model adds to. */
export function logitOfRules({ total }: RuleScores): number {
  return max(-MOST_OF_RULES, min(MOST_OF_RULES, RULES * (total - EVEN)));
}
