import { transform } from '@swc/core';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { refusedStart } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

/** A tool and a route of a developer's own, as the README shows them. */
const EXAMPLE = 'examples/protect-your-own-tool/visitors.ts';
const FOLDER = '.dist/undeclared';

const cases = [
  ['a tool without @Scopes', "@Scopes('write')", /RegisterVisitorTool/],
  ['a tool without @PiiPolicy', "@PiiPolicy({ in: 'keep', out: 'mask' })", /RegisterVisitorTool/],
  ['a route without @Scopes', "@Scopes('read')", /VisitorsController\.list/],
] as const;

/** The example without one of its decorators, compiled where `gatehouse` resolves to this package. */
async function exampleWithout(decorator: string, index: number): Promise<string> {
  const source = readFileSync(EXAMPLE, 'utf8');
  expect(source).toContain(decorator);
  const { code } = await transform(source.replace(decorator, ''), {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  });
  mkdirSync(FOLDER, { recursive: true });
  const file = `${FOLDER}/visitors-${index}.js`;
  writeFileSync(file, code);
  return file;
}

describe('closed by default', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await database.drop();
    rmSync(FOLDER, { recursive: true, force: true });
  });

  it.each(cases)('%s stops the boot, and the message names it', async (_what, decorator, name) => {
    const entry = await exampleWithout(
      decorator,
      cases.findIndex(([, each]) => each === decorator),
    );
    const { code, output } = await refusedStart({ ...database.environment }, entry);
    expect(code).toBe(1);
    expect(output).toMatch(name);
    expect(output).not.toMatch(/ {4}at /);
  });
});
