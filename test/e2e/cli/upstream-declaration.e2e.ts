import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, runCli } from '../../support/cli.js';
import { startGatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-declared-'));
const URL_OF_CRM = 'https://crm.example.com/mcp';
const CRM = ['crm', '--url', URL_OF_CRM, '--pii', 'mask', '--scope', 'mcp.access,read'];
const HEAD = '# Of the team that sells.\nupstreams:\n';
const FILES =
  '  - name: files # kept\n    url: https://files.example.com/mcp\n    scopes: [read]\n    pii: keep\n';

describe('upstream add and remove', () => {
  let database: TestDatabase;
  let count = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const fileWith = (text: string | undefined, type = 'yaml') => {
    const file = join(folder, `${(count += 1)}.${type}`);
    if (text !== undefined) writeFileSync(file, text);
    return file;
  };
  const run = (file: string, ...args: string[]) =>
    runCli(database, ['upstream', ...args], { UPSTREAMS_FILE: file });

  it('begin a file, whose server is served from the next start on, and put both on record', async () => {
    const file = fileWith(undefined);
    const added = await run(file, 'add', ...CRM, '--identity', 'signed');
    expect(added.stdout).toContain('next start');
    const listed = await cli(database, ['upstream', 'list', '--json'], { UPSTREAMS_FILE: file });
    expect(listed).toMatchObject([{ upstream: 'crm' }]);
    const gatehouse = await startGatehouse({ database, env: { UPSTREAMS_FILE: file } });
    try {
      const metadata = `${gatehouse.url}/.well-known/oauth-protected-resource/mcp/crm`;
      expect((await fetch(metadata)).status).toBe(200);
      const headers = { authorization: `Bearer ${await gatehouse.adminToken()}` };
      expect((await run(file, 'remove', 'crm')).code).toBe(0);
      const answer = await fetch(`${gatehouse.url}/admin/audit/records?limit=100`, { headers });
      const { records } = (await answer.json()) as { records: { event_type: string; target: object }[] };
      const types = records.map(({ event_type: type }) => type).filter((type) => /^upstream\./.test(type));
      expect(types.toSorted()).toEqual(['upstream.declared', 'upstream.withdrawn']);
    } finally {
      await gatehouse.stop();
    }
    expect(readFileSync(file, 'utf8')).not.toContain('crm');
  });

  it('leave comments, and what else is declared, as they are', async () => {
    const file = fileWith(HEAD + FILES);
    expect((await run(file, 'add', ...CRM)).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(HEAD + FILES)).toBe(true);
    expect(text).toContain(`url: ${URL_OF_CRM}`);
    expect((await run(file, 'remove', 'crm')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(HEAD + FILES);
  });

  it('write JSON where the file is JSON', async () => {
    const file = fileWith('{"upstreams": []}', 'json');
    expect((await run(file, 'add', ...CRM, '--no-merged')).code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      upstreams: [
        {
          name: 'crm',
          url: URL_OF_CRM,
          scopes: ['mcp.access', 'read'],
          merged: false,
          pii: 'mask',
        },
      ],
    });
    expect((await run(file, 'remove', 'crm')).code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ upstreams: [] });
  });

  it.each([
    ['a name that is taken', ['files', ...CRM.slice(1)], /has this name already/],
    ['no URL', [...CRM, '--url', 'crm'], /url: must be an http or https URL/],
    ['no scopes', CRM.slice(0, 5), /must name scopes/],
    [
      'a secret that is nowhere',
      [...CRM, '--identity', 'static', '--credential-env', 'NOWHERE'],
      /credential_env: .*must name a secret/,
    ],
    ['an action nobody knows', [...CRM, '--pii', 'hide'], /pii: must be one of/],
  ])('refuse %s by the line, and change nothing', async (_what, args, message) => {
    const file = fileWith(HEAD + FILES);
    const { code, stderr } = await run(file, 'add', ...args);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(message) as string });
    expect(stderr).toContain(`${file}:`);
    expect(stderr).not.toMatch(/ {4}at /);
    expect(readFileSync(file, 'utf8')).toBe(HEAD + FILES);
  });

  it('say so where there is no such server, and where no file is named', async () => {
    const file = fileWith(HEAD + FILES);
    expect((await run(file, 'remove', 'crm')).stderr).toContain('declares no server of the name crm');
    const { code, stderr } = await runCli(database, ['upstream', 'add', ...CRM]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('UPSTREAMS_FILE') as string,
    });
    expect(existsSync(join(folder, 'undefined'))).toBe(false);
  });
});
