import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { auditRecords } from '../../support/audit-records.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { ToolClient } from '../tools/tool-client.js';

const SOURCE = 'examples/protect-your-own-tool';
const COMPILED = '.dist/protect-your-own-tool/visitors.js';
const RECOGNIZER = '.dist/protect-your-own-tool/badges.js';
const COMPILE_TIMEOUT_MS = 180_000;

const VISITOR = '방문자: 홍길동님 010-1234-5678';
const PERSONAL = ['홍길동', '1234-5678'];

describe('the example of the README: a tool and a route of one’s own', () => {
  let gatehouse: Gatehouse;
  let client: ToolClient;

  beforeAll(async () => {
    // As its developer would: against the built package, by its name.
    await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '--project', SOURCE]);
    gatehouse = await startGatehouse({ entry: COMPILED });
    client = await ToolClient.connect(gatehouse, await gatehouse.token({ scope: 'write' }));
  }, COMPILE_TIMEOUT_MS);
  afterAll(async () => {
    await client?.close();
    await gatehouse?.stop();
  });

  it('the tool is neither listed nor callable without its scope', async () => {
    const visitor = await ToolClient.connect(gatehouse, await gatehouse.token({ scope: 'read' }));
    expect(await visitor.toolNames()).not.toContain('register_visitor');
    await expect(visitor.call('register_visitor', { visitor: VISITOR })).rejects.toThrow(
      /scope|403|forbidden/i,
    );
    await visitor.close();
  });

  it('the tool does its work for who has the scope, and personal data leaves it masked', async () => {
    expect(await client.toolNames()).toContain('register_visitor');
    const { isError, data, text } = await client.call('register_visitor', { visitor: VISITOR });
    expect({ isError, number: data['number'] }).toEqual({
      isError: false,
      number: expect.any(Number) as number,
    });
    for (const value of PERSONAL) expect(JSON.stringify([data, text])).not.toContain(value);
    expect(text).toContain('방문자');
  });

  it('the tool refuses in words of its own', async () => {
    const { isError, text } = await client.call('register_visitor', { visitor: 'somebody' });
    expect({ isError, text }).toEqual({
      isError: true,
      text: expect.stringContaining('telephone number') as string,
    });
  });

  it.each([
    ['nobody', undefined, 401],
    ['who has another scope', 'mcp.access', 403],
  ])('the route is closed to %s', async (_who, scope, status) => {
    const headers: Record<string, string> =
      scope === undefined ? {} : { authorization: `Bearer ${await gatehouse.token({ scope })}` };
    const response = await fetch(`${gatehouse.url}/visitors`, { headers });
    expect(response.status).toBe(status);
    expect(response.headers.get('www-authenticate')).toContain('resource_metadata=');
  });

  it('the route shows masked what the tool has stored', async () => {
    await client.call('register_visitor', { visitor: VISITOR });
    const headers = { authorization: `Bearer ${await gatehouse.token({ scope: 'read' })}` };
    const response = await fetch(`${gatehouse.url}/visitors`, { headers });
    const body = await response.text();
    expect([response.status, body]).toEqual([200, expect.stringContaining('방문자')]);
    for (const value of PERSONAL) expect(body).not.toContain(value);
  });

  it('each access is on record, refusals included', async () => {
    await client.call('register_visitor', { visitor: VISITOR });
    const records = await auditRecords(gatehouse);
    const seen = records.filter(({ target }) => /register_visitor|visitors/.test(JSON.stringify(target)));
    expect(new Set(seen.map(({ event_type }) => event_type))).toEqual(
      new Set(['tool.called', 'tool.denied', 'route.accessed', 'route.denied']),
    );
  });
});

describe('the example of the README: a recognizer of one’s own', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({ entry: RECOGNIZER });
  }, COMPILE_TIMEOUT_MS);
  afterAll(() => gatehouse?.stop());

  it('looks at every text, and policies act on what it finds', async () => {
    const client = await ToolClient.connect(gatehouse, await gatehouse.token({ scope: 'write' }));
    const { data } = await client.call('test_pii_detection', { test_text: 'badge GH-1234-M at the door' });
    expect(data).toMatchObject({
      counts_by_type: { CUSTOM: 1 },
      masked_text: 'badge **-****-* at the door',
    });
    const { text } = await client.call('create_ticket', {
      title: 'GH-1234-M is lost',
      description: 'At the door',
    });
    expect(text).toContain('⟦CUSTOM:');
    expect(text).not.toContain('GH-1234-M');
    await client.close();
  });
});
