import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { environmentSchema } from '../../src/config/index.js';

const READMES = ['README.md', 'README.ko.md'];
const EXAMPLE = 'examples/protect-your-own-tool/visitors.ts';
const TOOLS = 'src/tools';
/** What marks a variable without a default. */
const NO_DEFAULT = '–';

const read = (path: string) => readFileSync(path, 'utf8');

describe.each(READMES)('%s', (path) => {
  const text = read(path);

  it('lists every variable of the configuration with its default, in its order', () => {
    const rows = rowsOf(text, /^`[A-Z][A-Z0-9_]*`$/).map(([name, value]) => [name, value]);
    expect(rows).toEqual(variables().map(({ name, value }) => [name, value]));
  });

  it('lists every tool with its scopes and policy', () => {
    const rows = rowsOf(text, /^`[a-z0-9_]+`$/).filter((row) => row.length === 4);
    const listed = rows.map(([name, , scopes = '', policy]) => ({
      name,
      scopes: scopes.match(/`[^`]+`/g),
      policy,
    }));
    expect(byName(listed)).toEqual(byName(declaredTools()));
  });

  it('shows the example as the tests run it', () => {
    expect(text).toContain(`\`\`\`ts\n${read(EXAMPLE)}\`\`\`\n`);
  });

  it('links to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('names only scripts that exist, of programs that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([a-z:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !isRunnable(scripts[name]))).toEqual([]);
  });
});

describe('README.md and README.ko.md', () => {
  it('have the same sections, tables and code blocks', () => {
    const [english, korean] = READMES.map((path) => shapeOf(read(path)));
    expect(korean).toEqual(english);
  });

  it('describes each variable in English as the schema does', () => {
    const described = rowsOf(read('README.md'), /^`[A-Z][A-Z0-9_]*`$/).map(
      ([, , description]) => description,
    );
    expect(described).toEqual(variables().map(({ description }) => description));
  });
});

describe('SECURITY.md', () => {
  it('cites tests that exist', () => {
    const cited = [...read('SECURITY.md').matchAll(/`((?:src|test)\/[^`]+)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(cited.length).toBeGreaterThan(20);
    expect(cited.filter((path) => !existsSync(path))).toEqual([]);
  });
});

/** Whether every program of the script is there, or its source is. */
function isRunnable(script: string | undefined): boolean {
  if (script === undefined) return false;
  const programs = [...script.matchAll(/\bnode (?:--\S+ )*(\S+\.m?js)/g)].map((match) => match[1] ?? '');
  return programs.every((path) =>
    [path, path.replace(/^dist\//, 'src/'), path.replace(/^dist\/(.*)\.js$/, 'src/$1.ts')].some(existsSync),
  );
}

/** Cells of the table rows whose first cell matches. */
function rowsOf(text: string, first: RegExp): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '))
    .filter(([cell = '']) => first.test(cell));
}

function variables(): { name: string; value: string; description: string }[] {
  const defaults: Record<string, unknown> = environmentSchema.parse({});
  return Object.entries(environmentSchema.shape).map(([name, { description = '' }]) => ({
    name: `\`${name}\``,
    value: defaults[name] === undefined ? NO_DEFAULT : `\`${String(defaults[name])}\``,
    description,
  }));
}

function declaredTools(): { name: string; scopes: string[] | null; policy: string }[] {
  return readdirSync(TOOLS)
    .filter((file) => file.endsWith('.tool.ts'))
    .map((file) => read(`${TOOLS}/${file}`))
    .map((source) => ({
      name: `\`${capture(source, /@McpTool\(\{\s*name: '([^']+)'/)}\``,
      scopes: [...capture(source, /@Scopes\(([^)]+)\)/).matchAll(/'([^']+)'/g)].map(
        ([, scope]) => `\`${scope}\``,
      ),
      policy: policyOf(capture(source, /@PiiPolicy\(([\s\S]*?)\)\n/)),
    }));
}

function policyOf(declaration: string): string {
  const both = /^'(\w+)'$/.exec(declaration)?.[1];
  const direction = (name: string) => both ?? capture(declaration, new RegExp(`\\b${name}: '(\\w+)'`));
  return `${direction('in')} / ${direction('out')}`;
}

function capture(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`nothing matches ${pattern.source}`);
  return found;
}

function byName<T extends { name?: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((one, other) => (one.name ?? '').localeCompare(other.name ?? ''));
}

/** What a translation keeps: levels of headings, columns of table rows and languages of code blocks, in order. */
function shapeOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('|')) return [`row of ${line.split(' | ').length}`];
    if (line.startsWith('```')) return [line];
    return /^##+ /.test(line) ? [line.replace(/ .*/, '')] : [];
  });
}
