#!/usr/bin/env node
// Writes the labelled texts of test/fixtures/pii from the templates beside this file. The same every time.
import { readFileSync, writeFileSync } from 'node:fs';
import { Random } from './random.mjs';
import { fill, readTemplates } from './template.mjs';
import { GENERATORS } from './values/index.mjs';

const TEMPLATES = new URL('templates/', import.meta.url);
const FIXTURES = new URL('../../test/fixtures/pii/', import.meta.url);

/** How often each template is filled: labelled and clean ones by language. */
const TIMES = { ko: { pii: 4, clean: 6 }, en: { pii: 3, clean: 5 } };
const SPLITS = ['tune', 'held-out'];

/** Name and content of each file. */
export function generateAll() {
  return Object.keys(TIMES).flatMap((lang) =>
    SPLITS.map((split) => ({ name: `${lang}-${split}.jsonl`, content: linesOf(lang, split) })),
  );
}

function linesOf(lang, split) {
  const rows = ['pii', 'clean'].flatMap((kind) => rowsOf(lang, split, kind));
  return rows.map((row) => JSON.stringify(row) + '\n').join('');
}

function rowsOf(lang, split, kind) {
  const family = `${lang}-${kind}-${split}`;
  const templates = readTemplates(readFileSync(new URL(`${family}.txt`, TEMPLATES), 'utf8'));
  return templates.flatMap(({ doc, template }, index) => {
    const texts = Array.from({ length: TIMES[lang][kind] }, (_each, time) =>
      fill(template, GENERATORS, new Random(`${family}/${index}/${time}`)),
    );
    return distinct(texts).map(({ text, spans }, time) => ({
      id: `${family}-${index + 1}.${time + 1}`,
      lang,
      doc,
      text,
      spans,
    }));
  });
}

/** A template without values gives one text, not several equal ones. */
function distinct(texts) {
  return [...new Map(texts.map((each) => [each.text, each])).values()];
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const { name, content } of generateAll()) writeFileSync(new URL(name, FIXTURES), content);
}
