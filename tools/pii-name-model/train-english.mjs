#!/usr/bin/env node
// Trains the weights behind English names: first how names are spelled, then what stands around them. See README.md.
import { readFileSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { WEIGHT_COUNT } from '../../dist/security/pii/recognizers/names/model-hash.js';
import { Random } from '../pii-dev-set/random.mjs';
import { conllTexts } from './conll.mjs';
import { regress } from './logistic-regression.mjs';
import { markedTexts } from './marked-texts.mjs';
import { spellingExamples } from './spelling-examples.mjs';
import { writeWeights } from './weights-file.mjs';

const MODEL = new URL('../../src/security/pii/recognizers/names/english-name-model/', import.meta.url);
const TEXTS = new URL('./texts/', import.meta.url);
const TUNE = new URL('../../test/fixtures/pii/en-tune.jsonl', import.meta.url);
/** What others annotated are tweets and encyclopedias: less like what is asked about than what was written for it. */
const WEIGHT_OF_OTHERS = 0.5;
const SPELLING = { epochs: 5, rate: 0.1, decay: 1e-4, dropout: 0.3, start: 1e-3, step: 1 / 12 };
const NAMES = { epochs: 5, rate: 0.05, decay: 1e-3, dropout: 0.3, start: 1e-2, step: 1 / 32 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    given: { type: 'string' },
    family: { type: 'string' },
    words: { type: 'string', multiple: true, default: [] },
    towns: { type: 'string' },
    conll: { type: 'string', multiple: true, default: [] },
  },
});
const random = new Random('english names');
if (positionals[0] === 'spelling') spelling();
else await names();

function spelling() {
  const { given, family, words, towns } = values;
  const examples = spellingExamples({
    names: [given, family].flatMap(linesOf),
    words: words.flatMap(linesOf),
    towns: linesOf(towns),
  });
  const weights = train(examples, SPELLING);
  const file = new URL('spelling-weights.ts', MODEL);
  const [weightsName, stepName] = ['SPELLING_WEIGHTS', 'SPELLING_STEP'];
  writeWeights(file, 'train-english.mjs', { weightsName, stepName, weights, step: SPELLING.step });
}

async function names() {
  // Looks at the spelling, whose weights have to be built by now.
  const { examplesOf } = await import('./english-examples.mjs');
  const own = readdirSync(TEXTS)
    .filter((name) => name.startsWith('en-'))
    .flatMap((name) => markedTexts(new URL(name, TEXTS)));
  const tune = linesOf(TUNE).map((line) => JSON.parse(line));
  const others = values.conll.flatMap(conllTexts);
  const examples = [
    ...[...own, ...tune].flatMap(examplesOf),
    ...others.flatMap(examplesOf).map((example) => ({ ...example, weight: WEIGHT_OF_OTHERS })),
  ];
  const weights = train(examples, NAMES);
  const file = new URL('name-weights.ts', MODEL);
  const [weightsName, stepName] = ['NAME_WEIGHTS', 'WEIGHT_STEP'];
  writeWeights(file, 'train-english.mjs', { weightsName, stepName, weights, step: NAMES.step });
}

function train(examples, { epochs, rate, decay, dropout, start }) {
  console.log(`${examples.length} candidates, ${examples.filter(({ isName }) => isName).length} names`);
  return regress(examples, random, { count: WEIGHT_COUNT, epochs, rate, decay, dropout, start });
}

function linesOf(file) {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}
