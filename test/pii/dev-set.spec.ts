import { readFileSync } from 'node:fs';
import { rowsOf } from '../../scripts/pii-eval/labelled-rows.mjs';
import { generateAll } from '../../tools/pii-dev-set/generate.mjs';
import { readTemplates } from '../../tools/pii-dev-set/template.mjs';

const FIXTURES = 'test/fixtures/pii';
const TEMPLATES = 'tools/pii-dev-set/templates';

const templatesOf = (name: string) => readTemplates(readFileSync(`${TEMPLATES}/${name}.txt`, 'utf8'));

describe('the labelled texts', () => {
  it.each(generateAll())('$name is what the generator writes', ({ name, content }) => {
    expect(readFileSync(`${FIXTURES}/${name}`, 'utf8') === content).toBe(true);
  });

  it.each(generateAll())('$name is valid, and no label begins or ends with a space', ({ name, content }) => {
    const problems: string[] = [];
    const rows = rowsOf(name, content, problems);
    expect(problems).toEqual([]);
    const values = rows.flatMap(({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end)));
    expect(values.filter((value) => value.trim() !== value)).toEqual([]);
  });

  it.each([
    ['ko', 600, 150],
    ['en', 400, 120],
  ])('%s has enough rows of both kinds from enough templates', (lang, rows, templates) => {
    const all = generateAll()
      .filter(({ name }) => name.startsWith(lang))
      .flatMap(({ name, content }) => rowsOf(name, content, []));
    const clean = all.filter(({ spans }) => spans.length === 0).length;
    expect(Math.min(clean, all.length - clean)).toBeGreaterThanOrEqual(rows);
    const used = templatesOf(`${lang}-pii-tune`).length + templatesOf(`${lang}-pii-held-out`).length;
    expect(used).toBeGreaterThanOrEqual(templates);
  });

  it.each(['ko-pii', 'ko-clean', 'en-pii', 'en-clean'])('the splits of %s share no template', (family) => {
    const tuned = new Set(templatesOf(`${family}-tune`).map(({ template }) => template));
    expect(templatesOf(`${family}-held-out`).filter(({ template }) => tuned.has(template))).toEqual([]);
  });
});
