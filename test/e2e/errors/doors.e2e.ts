import { bearer, statelessCall, withHeaders } from '../../support/doors.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

const FORM = 'application/x-www-form-urlencoded';
const BIG = 'x'.repeat(1_100_000);
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

/** What an error looks like at each kind of door. */
const SHAPES = {
  problem: (response: Response, body: Record<string, unknown>) => {
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({
      status: response.status,
      title: expect.any(String),
      detail: expect.any(String),
    });
  },
  oauth: (response: Response, body: Record<string, unknown>) => {
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(body['error']).toMatch(/^[a-z_]+$/);
    expect(body['error_description'] ?? '').toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]*$/);
  },
  rpc: (response: Response, body: Record<string, unknown>) => {
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    expect(body).toMatchObject({
      jsonrpc: '2.0',
      error: { code: expect.any(Number), message: expect.any(String) },
    });
  },
} as const;

type Case = readonly [
  shape: keyof typeof SHAPES,
  status: number,
  what: string,
  path: string,
  init: RequestInit,
];

describe('errors at each door', () => {
  let gatehouse: Gatehouse;
  let token: string;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    token = await gatehouse.token({ scope: 'mcp.access' });
  });
  afterAll(() => gatehouse.stop());

  const json = (body: string): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const form = (body: string): RequestInit => ({ method: 'POST', headers: { 'content-type': FORM }, body });
  const rpc = statelessCall('tools/list');
  const deep = `${'['.repeat(100)}${']'.repeat(100)}`;

  const anonymous: readonly Case[] = [
    ['problem', 401, 'a route without a token', '/hello', {}],
    ['problem', 401, 'the report without a token', '/admin/audit/report', {}],
    ['rpc', 401, 'MCP without a token', '/mcp', rpc],
    ['rpc', 401, 'MCP GET without a token', '/mcp', {}],
    ['rpc', 401, 'MCP DELETE without a token', '/mcp', { method: 'DELETE' }],
    [
      'oauth',
      401,
      'a wrong secret',
      '/oauth2/token',
      form('grant_type=client_credentials&client_id=mcp-client&client_secret=x'),
    ],
    ['oauth', 400, 'a missing grant type', '/oauth2/token', form('client_id=mcp-client')],
    [
      'oauth',
      400,
      'JSON at the token endpoint',
      '/oauth2/token',
      json('{"grant_type":"client_credentials"}'),
    ],
    ['oauth', 405, 'GET at the token endpoint', '/oauth2/token', {}],
    [
      'oauth',
      413,
      'a body that is too large at the token endpoint',
      '/oauth2/token',
      form(`grant_type=${BIG}`),
    ],
    ['problem', 404, 'a path nobody has', '/nothing/here', {}],
    ['problem', 404, 'an unknown document', '/.well-known/nothing', {}],
    ['problem', 400, 'a malformed path', '/%zz', {}],
    ['rpc', 400, 'a malformed path below MCP', '/mcp/%zz', {}],
  ];

  const authenticated: readonly Case[] = [
    ['problem', 403, 'a route without its scope', '/admin/audit/report', {}],
    ['problem', 404, 'a path nobody has', '/admin/nothing', {}],
    [
      'rpc',
      403,
      'a tool without its scope',
      '/mcp',
      statelessCall('tools/call', { name: 'delete_product', arguments: { id: UNKNOWN_ID } }),
    ],
    ['rpc', 400, 'bad JSON', '/mcp', { ...rpc, body: '{"jsonrpc":' }],
    ['rpc', 400, 'JSON that nests too deep', '/mcp', { ...rpc, body: deep }],
    ['rpc', 404, 'a path below MCP', '/mcp/nothing', rpc],
    ['rpc', 413, 'a body that is too large', '/mcp', { ...rpc, body: JSON.stringify({ big: BIG }) }],
    ['rpc', 415, 'a body that is no JSON', '/mcp', withHeaders(rpc, { 'content-type': 'text/plain' })],
    ['rpc', 405, 'a method that is none', '/mcp', { method: 'PUT' }],
    ['rpc', 400, 'GET without a session id', '/mcp', {}],
    ['rpc', 404, 'GET with an unknown session id', '/mcp', { headers: { 'mcp-session-id': UNKNOWN_ID } }],
    [
      'rpc',
      405,
      'GET in the stateless revision',
      '/mcp',
      { headers: { 'mcp-protocol-version': '2026-07-28' } },
    ],
    ['rpc', 403, 'a page of another origin', '/mcp', withHeaders(rpc, { origin: 'https://evil.example' })],
  ];

  const check = async ([shape, status, , path, init]: Case, headers: Record<string, string>) => {
    const response = await fetch(gatehouse.url + path, withHeaders(init, headers));
    const body = (await response.json()) as Record<string, unknown>;
    expect({ status: response.status, body }).toMatchObject({ status });
    SHAPES[shape](response, body);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-correlation-id')).toBeTruthy();
    if (status === 401) expect(response.headers.get('www-authenticate')).toMatch(/^(Bearer|Basic) /);
    if (status === 403 && path !== '/mcp')
      expect(response.headers.get('www-authenticate')).toContain('insufficient_scope');
    if (status === 405) expect(response.headers.get('allow')).toBeTruthy();
  };

  it.each(anonymous)('%s %i: %s', (...row) => check(row, {}));
  it.each(authenticated)('%s %i: %s, with a token', (...row) => check(row, bearer(token)));

  const queries: ReadonlyArray<readonly [string]> = [
    ['/admin/audit/records?limit=0'],
    ['/admin/audit/records?limit=ten'],
    ['/admin/audit/records?event_type=nothing'],
    ['/admin/audit/records?cursor=%00'],
    ['/admin/audit/records?unknown=1'],
    ['/admin/audit/report?format=pdf'],
    ['/admin/audit/report?from=yesterday'],
  ];

  it.each(queries)('problem 400: %s says which parameter', async (path) => {
    const reader = await gatehouse.token({ scope: 'audit.read' });
    const response = await fetch(gatehouse.url + path, { headers: bearer(reader) });
    const body = (await response.json()) as Record<string, unknown>;
    expect(response.status).toBe(400);
    SHAPES.problem(response, body);
    const parameter = /\?(\w+)=/.exec(path)?.[1] ?? '';
    expect(JSON.stringify(body)).toContain(parameter);
  });

  it('problem 413 and 415 where a route takes no such body', async () => {
    const large = await fetch(`${gatehouse.url}/hello`, json(JSON.stringify({ big: BIG })));
    expect([404, 413]).toContain(large.status);
    SHAPES.problem(large, (await large.json()) as Record<string, unknown>);
    const xml = await fetch(`${gatehouse.url}/hello`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: '<a/>',
    });
    expect([404, 415]).toContain(xml.status);
    SHAPES.problem(xml, (await xml.json()) as Record<string, unknown>);
  });

  it('refuses another Host everywhere but at the probes', async () => {
    const { request } = await import('node:http');
    const status = (path: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        request(
          { host: '127.0.0.1', port: gatehouse.port, path, headers: { host: 'evil.example' } },
          (response) => {
            response.resume();
            resolve(response.statusCode);
          },
        )
          .on('error', reject)
          .end();
      });
    expect(await status('/hello')).toBe(403);
    expect(await status('/.well-known/jwks.json')).toBe(403);
    expect(await status('/health/live')).toBe(200);
  });
});

describe('too many requests', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({ env: { REQUESTS_PER_MINUTE: '5', TOKEN_REQUESTS_PER_MINUTE: '5' } });
  });
  afterAll(() => gatehouse.stop());

  const until429 = async (call: () => Promise<Response>): Promise<Response> => {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const response = await call();
      if (response.status === 429) return response;
      await response.arrayBuffer();
    }
    throw new Error('never limited');
  };

  it('are 429 with Retry-After at every door', async () => {
    const token = await gatehouse.token();
    const route = await until429(() => fetch(`${gatehouse.url}/hello`, { headers: bearer(token) }));
    SHAPES.problem(route, (await route.json()) as Record<string, unknown>);
    const mcp = await until429(() =>
      fetch(`${gatehouse.url}/mcp`, withHeaders(statelessCall('tools/list'), bearer(token))),
    );
    SHAPES.rpc(mcp, (await mcp.json()) as Record<string, unknown>);
    const oauth = await until429(() =>
      fetch(`${gatehouse.url}/oauth2/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: 'mcp-client',
          client_secret: 'secret',
        }),
      }),
    );
    SHAPES.oauth(oauth, (await oauth.json()) as Record<string, unknown>);
    for (const response of [route, mcp, oauth])
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
