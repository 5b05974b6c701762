import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditRecords } from '../../support/audit-records.js';
import { createClient } from '../../support/clients.js';
import { startGatehouse, refusedStart, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase } from '../../support/test-database.js';

const RESOURCE = (name: string) => `https://${name}.example.com/mcp`;

/** What Traefik and Envoy ask, as their manuals say, of a Gatehouse that guards one server for each of them. */
describe('Questions of reverse proxies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-upstreams-'));
  const file = join(folder, 'upstreams.json');
  let gatehouse: Gatehouse;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    writeFileSync(file, JSON.stringify({ upstreams: ['traefik', 'envoy'].map(declared) }));
    gatehouse = await startGatehouse({
      env: {
        UPSTREAMS_FILE: file,
        ALLOWED_HOSTS: 'envoy.example.com',
        REQUESTS_PER_MINUTE: '40',
        TRUSTED_PROXIES: '127.0.0.0/8',
      },
    });
    const client = await createClient(gatehouse, { scopes: ['read', 'write'], audiences: [gatehouse.url] });
    for (const name of ['traefik', 'envoy'])
      tokens[name] = await gatehouse.token({ ...client, scope: 'read', resource: RESOURCE(name) });
  }, 120_000);
  afterAll(async () => {
    await gatehouse.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function declared(name: string): object {
    const tools = [{ name: 'delete_*', any_of: ['write', 'Admin.Write'] }];
    return { name, resource: RESOURCE(name), scopes: ['read'], tools, forward_auth: { proxy: name } };
  }

  function ask(name: string, path: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
    return fetch(`http://127.0.0.1:${gatehouse.port}/forward-auth/${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${tokens[name] ?? ''}`, ...init.headers },
    });
  }

  const call = (tool: string) =>
    JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: tool } });
  const typed = (type: string, headers: Record<string, string> = {}) => ({
    method: 'POST',
    headers: { 'Content-Type': type, 'X-Forwarded-Method': 'POST', ...headers },
    body: call('list'),
  });
  const json = { 'Content-Type': 'application/json' };
  const traefik = { ...json, 'X-Forwarded-Method': 'POST', 'X-Forwarded-Uri': '/mcp' };

  it.each([
    [
      'Traefik about a call',
      'traefik',
      'traefik',
      { method: 'POST', headers: traefik, body: call('list') },
      200,
    ],
    [
      'Traefik about another',
      'traefik',
      'traefik',
      { method: 'POST', headers: traefik, body: call('delete_x') },
      403,
    ],
    ['Traefik without the body', 'traefik', 'traefik', { headers: { 'X-Forwarded-Method': 'POST' } }, 403],
    ['Traefik about a stream', 'traefik', 'traefik', { headers: { 'X-Forwarded-Method': 'GET' } }, 200],
    [
      'Traefik with a client’s word for the method',
      'traefik',
      'traefik',
      { headers: { 'X-Forwarded-Method': 'POST', 'X-Original-Method': 'GET' } },
      403,
    ],
    ['Envoy about a call', 'envoy', 'envoy/mcp', { method: 'POST', headers: json, body: call('list') }, 200],
    [
      'Envoy about another',
      'envoy',
      'envoy/mcp',
      { method: 'POST', headers: json, body: call('delete_x') },
      403,
    ],
    ['Envoy about a stream', 'envoy', 'envoy/mcp', { method: 'GET' }, 200],
    ['Envoy about the end of a session', 'envoy', 'envoy/mcp', { method: 'DELETE' }, 200],
    [
      'Envoy with a body that it cut',
      'envoy',
      'envoy/mcp',
      { method: 'POST', headers: { ...json, 'x-envoy-auth-partial-body': 'true' }, body: call('list') },
      403,
    ],
    ['a token for another server', 'envoy', 'traefik', { headers: { 'X-Forwarded-Method': 'GET' } }, 401],
    ['a server that nobody declared', 'envoy', 'nobody', {}, 404],
    ['a body that is no JSON', 'envoy', 'envoy', { method: 'POST', headers: json, body: '{' }, 400],
    [
      'a member that is there twice',
      'envoy',
      'envoy',
      {
        method: 'POST',
        headers: json,
        body: call('list').replace('"params"', '"method":"tools/list","params"'),
      },
      400,
    ],
    [
      'a body of another kind',
      'envoy',
      'envoy',
      { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: 'a' },
      415,
    ],
    ['a body in UTF-7', 'traefik', 'traefik', typed('application/json; charset=utf-7'), 415],
    ['a body in UTF-8', 'traefik', 'traefik', typed('application/json; charset="UTF-8"'), 200],
    ['a compressed body', 'envoy', 'envoy', typed('application/json', { 'Content-Encoding': 'br' }), 415],
    [
      'a body with bytes that are no UTF-8',
      'traefik',
      'traefik',
      { ...typed('application/json'), body: Buffer.from(call('delete\xff_x'), 'latin1') },
      400,
    ],
    [
      'a body in UTF-16 that does not say so',
      'traefik',
      'traefik',
      { ...typed('application/json'), body: Buffer.from(call('list'), 'utf16le') },
      400,
    ],
    [
      'a method in another spelling, which servers in Go take',
      'traefik',
      'traefik',
      {
        ...typed('application/json'),
        body: '{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{},"Method":"tools/call","Params":{"name":"delete_x"}}',
      },
      400,
    ],
    [
      'a tool whose name is longer than patterns reach',
      'traefik',
      'traefik',
      { ...typed('application/json'), body: call(`delete_${'x'.repeat(257)}`) },
      400,
    ],
  ] as const)('answers %s', async (_what, name, path, init, status) => {
    const answer = await ask(name, path, init as RequestInit & { headers?: Record<string, string> });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store']);
    expect(await answer.text()).not.toContain('    at ');
  });

  it('names of alternatives the scope that gives away least', async () => {
    const answer = await ask('envoy', 'envoy/mcp', { method: 'POST', headers: json, body: call('delete_x') });
    expect(answer.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
    expect(answer.headers.get('www-authenticate')).toContain('scope="write"');
  });

  it('has every tool of a batch on record, before what calls none', async () => {
    const lists = { jsonrpc: '2.0', id: 0, method: 'tools/list' };
    const calls = Array.from({ length: 25 }, (_none, index) => JSON.parse(call(`tool_${index}`)) as object);
    const body = JSON.stringify([lists, ...calls, ...calls]);
    const answer = await ask('traefik', 'traefik', { ...typed('application/json'), body });
    expect(answer.status).toBe(200);
    const records = await auditRecords(gatehouse);
    expect(
      records.filter(({ details }) => (details as { operations?: number } | null)?.operations === 51),
    ).toEqual([
      expect.objectContaining({
        event_type: 'upstream.permitted',
        details: {
          mcp_method: 'tools/call',
          tool: 'tool_0',
          tools: Array.from({ length: 20 }, (_none, index) => `tool_${index}`),
          further_tools: 5,
          operations: 51,
        },
      }),
    ]);
  });

  it.each([
    ['the client', '203.0.113.7'],
    ['the client, and itself as Envoy before 1.28 does', '203.0.113.8, 127.0.0.1'],
  ])('has the address of the client on record where Envoy names %s', async (_whom, addresses) => {
    const id = randomUUID();
    const headers = { 'X-Forwarded-For': addresses, 'X-Correlation-Id': id };
    expect((await ask('envoy', 'envoy/mcp', { headers })).status).toBe(200);
    const records = (await auditRecords(gatehouse)).filter(({ correlation_id: of }) => of === id);
    const source = expect.objectContaining({ address: addresses.split(',')[0] }) as unknown;
    expect(records).toEqual([expect.objectContaining({ event_type: 'upstream.permitted', source })]);
  });

  it('counts what one caller asks, whichever server it is about', async () => {
    const answers: Response[] = [];
    for (let count = 0; count < 45; count++) answers.push(await ask('envoy', 'envoy/mcp'));
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('lists the servers where clients and resource servers look for them', async () => {
    const metadata = (await (
      await fetch(`http://127.0.0.1:${gatehouse.port}/.well-known/oauth-authorization-server`)
    ).json()) as { protected_resources: string[] };
    expect(metadata.protected_resources).toEqual(
      expect.arrayContaining([RESOURCE('traefik'), RESOURCE('envoy')]),
    );
  });
});

describe('UPSTREAMS_FILE', () => {
  it('stops the start with every mistake at once, by its line and path', async () => {
    const database = await createTestDatabase();
    const file = join(database.folder, 'upstreams.json');
    const good = {
      name: 'a',
      resource: 'https://a.example.com',
      scopes: ['read'],
      forward_auth: { proxy: 'nginx' },
    };
    const upstreams = [
      good,
      { ...good, resource: 'https://a.example.com/#there', scopes: [] },
      { ...good, name: 'B', forward_auth: { proxy: 'squid' }, tools: [{ name: 'x y', scopes: ['read'] }] },
    ];
    writeFileSync(file, JSON.stringify({ upstreams }));
    const { code, output } = await refusedStart({ ...database.environment, UPSTREAMS_FILE: file });
    await database.drop();
    expect(code).toBe(1);
    for (const mistake of [
      /UPSTREAMS_FILE: \S+upstreams\.json:1:\d+: upstreams\.1\.resource: must be an http or https URL/,
      /UPSTREAMS_FILE: \S+:1:\d+: upstreams\.2\.name: must be/,
      /UPSTREAMS_FILE: \S+:1:\d+: upstreams\.2\.forward_auth\.proxy: /,
      /UPSTREAMS_FILE: \S+:1:\d+: upstreams\.2\.tools\.0\.name: must be the name of a tool/,
    ])
      expect(output).toMatch(mistake);
  });
});
