#!/usr/bin/env node
// Trains the weights of the statistical recognizer of Korean names. See README.md beside this file.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { WEIGHT_COUNT } from '../../dist/security/pii/recognizers/names/korean-name-model/hash.js';
import { Random } from '../pii-dev-set/random.mjs';
import { examplesOf } from './examples.mjs';
import { trainingRows } from './rows.mjs';

const EPOCHS = 3;
const RATE = 0.1;
const DECAY = 1e-4;
/** Share of features left out at random: no group may decide alone. */
const DROPOUT = 0.2;
/** int8 weights are read as this part of a logit. */
const STEP = 1 / 24;
const OUTPUT = new URL(
  '../../src/security/pii/recognizers/names/korean-name-model/name-weights.ts',
  import.meta.url,
);

const { values } = parseArgs({
  options: { names: { type: 'string' }, plain: { type: 'string', multiple: true, default: [] } },
});
const random = new Random('korean names');
const rows = trainingRows(random, linesOf(values.names), values.plain.flatMap(linesOf));
const examples = rows.flatMap(examplesOf);
console.log(
  `${rows.length} texts, ${examples.length} candidates, ${examples.filter(({ isName }) => isName).length} names`,
);
write(train(examples));

function linesOf(file) {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

/** Logistic regression by AdaGrad. */
function train(all) {
  const weights = new Float64Array(WEIGHT_COUNT);
  const squares = new Float64Array(WEIGHT_COUNT).fill(1e-6);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(all);
    const loss = all.reduce((sum, example) => sum + learn(example, weights, squares), 0);
    console.log(`epoch ${epoch + 1}: loss ${(loss / all.length).toFixed(4)}`);
  }
  return weights;
}

function learn({ features, isName }, weights, squares) {
  const used = features.filter(() => random.next() >= DROPOUT);
  const logit =
    used.reduce((sum, feature) => sum + weights[feature], 0) * (features.length / Math.max(1, used.length));
  const probability = 1 / (1 + Math.exp(-logit));
  const error = probability - (isName ? 1 : 0);
  for (const feature of used) {
    const gradient = error + weights[feature] * DECAY;
    squares[feature] += gradient * gradient;
    weights[feature] -= (RATE * gradient) / Math.sqrt(squares[feature]);
  }
  return -Math.log(Math.max(1e-9, isName ? probability : 1 - probability));
}

function shuffle(list) {
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = random.int(0, index);
    [list[index], list[other]] = [list[other], list[index]];
  }
}

function write(weights) {
  const bytes = Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / STEP))));
  const text = gzipSync(Buffer.from(bytes.buffer), { level: 9 }).toString('base64');
  writeFileSync(
    OUTPUT,
    `/** Written by tools/pii-name-model/train.mjs: int8 weights, gzip, base64. */\nexport const NAME_WEIGHTS =\n  '${text}';\n\n/** A weight is this part of a logit. */\nexport const WEIGHT_STEP = 1 / ${1 / STEP};\n`,
  );
  console.log(`${text.length} characters`);
}
