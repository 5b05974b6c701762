import { readFileSync } from 'node:fs';
import { environmentSchema } from '../../src/config/index.js';

/** `.env.example` shows a variable as its description and then, commented out, its name and default. */
const ENTRY = /^# (?<description>.+)\n# (?<name>[A-Z][A-Z0-9_]*)=(?<value>.*)$/gm;

interface Variable {
  readonly name: string;
  readonly description: string;
  readonly value: string;
}

describe('.env.example', () => {
  const text = readFileSync('.env.example', 'utf8');

  it('shows every variable of the schema with its description and default, in its order', () => {
    expect(variablesOf(text)).toEqual(variablesOfSchema());
  });

  it('sets nothing: a copy changes nothing until a line is uncommented', () => {
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
  });
});

function variablesOf(text: string): Variable[] {
  return [...text.matchAll(ENTRY)].map(({ groups }) => ({ ...groups }) as unknown as Variable);
}

function variablesOfSchema(): Variable[] {
  const defaults: Record<string, unknown> = environmentSchema.parse({});
  return Object.entries(environmentSchema.shape).map(([name, { description = '' }]) => ({
    name,
    description,
    value: String(defaults[name] ?? ''),
  }));
}
