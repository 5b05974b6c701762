#!/usr/bin/env node
// Trains the weights of the statistical recognizer of Korean names. See README.md beside this file.
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { WEIGHT_COUNT } from '../../dist/security/pii/recognizers/names/model-hash.js';
import { Random } from '../pii-dev-set/random.mjs';
import { examplesOf } from './korean-examples.mjs';
import { regress } from './logistic-regression.mjs';
import { markedTexts } from './marked-texts.mjs';
import { trainingRows } from './korean-rows.mjs';
import { writeWeights } from './weights-file.mjs';

const LEARNING = { count: WEIGHT_COUNT, epochs: 3, rate: 0.1, decay: 1e-4, dropout: 0.2 };
/** int8 weights are read as this part of a logit. */
const STEP = 1 / 24;
const TEXTS = new URL('./texts/', import.meta.url);
const OUTPUT = new URL(
  '../../src/security/pii/recognizers/names/korean-name-model/name-weights.ts',
  import.meta.url,
);

const { values } = parseArgs({
  options: {
    names: { type: 'string' },
    nouns: { type: 'string' },
    plain: { type: 'string', multiple: true, default: [] },
  },
});
const random = new Random('korean names');
const marked = readdirSync(TEXTS)
  .filter((name) => name.startsWith('ko-'))
  .flatMap((name) => markedTexts(new URL(name, TEXTS)));
const rows = trainingRows(random, {
  givenNames: linesOf(values.names),
  plainTexts: values.plain.flatMap(linesOf),
  markedTexts: marked,
  nouns: linesOf(values.nouns),
});
const examples = rows.flatMap(examplesOf);
console.log(
  `${rows.length} texts, ${examples.length} candidates, ${examples.filter(({ isName }) => isName).length} names`,
);
const weights = regress(examples, random, LEARNING);
writeWeights(OUTPUT, 'train-korean.mjs', {
  weightsName: 'NAME_WEIGHTS',
  stepName: 'WEIGHT_STEP',
  weights,
  step: STEP,
});

function linesOf(file) {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}
