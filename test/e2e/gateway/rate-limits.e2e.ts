import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { auditRecords } from '../../support/audit-records.js';
import { cliAll } from '../../support/cli.js';
import { LIVENESS_MS, within } from '../../support/eventually.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { connectHttp } from './upstream-clients.js';

const MINUTE_MS = 60_000;
const SERVER = resolve('test/fixtures/gateway/mirror-server.mjs');
const SCOPE = 'mcp.access read';
const CLIENTS = ['busy', 'calm', 'listing', 'batching', 'reading', 'refused', 'merged'] as const;
type ClientName = (typeof CLIENTS)[number];

interface Mirror {
  readonly args: readonly string[];
  /** Methods that the server was asked for. */
  readonly asked: () => string[];
}

function mirror(): Mirror {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-limits-'));
  const [stage, record] = [join(folder, 'stage.json'), join(folder, 'record')];
  writeFileSync(stage, JSON.stringify({ text: 'hello', texts: ['one'], json: { a: 1 } }));
  writeFileSync(record, '');
  const asked = () =>
    readFileSync(record, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { method?: string }).method ?? '');
  return { args: [SERVER, stage, record], asked };
}

/** Counts of a minute fade with the next: a test that began late in one would see other numbers. */
async function withRoomInTheMinute(ms = 20_000): Promise<void> {
  const left = MINUTE_MS - (Date.now() % MINUTE_MS);
  if (left < ms) await delay(left + 50);
}

/** A request of revision 2026-07-28. */
function ask(
  base: string,
  path: string,
  token: string,
  method: string,
  params: object = {},
): Promise<Response> {
  const { name, uri } = params as { name?: string; uri?: string };
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  return fetch(`${base}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': method,
      ...((name ?? uri) !== undefined && { 'mcp-name': name ?? uri ?? '' }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: meta } }),
  });
}

async function statuses(count: number, call: () => Promise<Response>): Promise<number[]> {
  const seen: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const response = await call();
    await response.text();
    seen.push(response.status);
  }
  return seen;
}

const SAY = { name: 'say', arguments: {} };

describe('Calls to an upstream are limited', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  const server = mirror();
  const secrets = new Map<string, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    const common = { command: process.execPath, args: server.args, scopes: ['read'], pii: 'keep' };
    gatehouse = await startGatehouse({
      database,
      env: {
        UPSTREAMS_FILE: upstreamsFile([
          { ...common, name: 'mirror', rate_limits: { person: 4, all: 1_000 } },
          {
            ...common,
            name: 'ruled',
            tools: [{ name: 's*', scopes: ['read'], rate_limits: { client: 2 } }],
          },
          { ...common, name: 'crowded', rate_limits: { all: 3 } },
        ]),
      },
    });
    const create = (id: string) => ['client', 'create', id, '--scope', 'mcp.access,read', '--json'];
    const created = (await cliAll(database, CLIENTS.map(create))) as Record<string, string>[];
    for (const { client_id: id = '', client_secret: secret = '' } of created) secrets.set(id, secret);
  });
  afterAll(async () => {
    await gatehouse.stop();
    await database.drop();
  });
  beforeEach(() => withRoomInTheMinute());

  const tokenOf = (clientId: ClientName) =>
    gatehouse.token({ clientId, clientSecret: secrets.get(clientId), scope: SCOPE });
  const at = (path: string, token: string, method: string, params: object = {}) =>
    ask(gatehouse.url, path, token, method, params);

  it('for one person, who learns what is left and when to come back, and nobody else is held up', async () => {
    const token = await tokenOf('busy');
    const first = await at('/mcp/mirror', token, 'tools/call', SAY);
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit-policy')).toBe('"mirror:person";q=4;w=60');
    expect(first.headers.get('ratelimit')).toBe('"mirror:person";r=3');
    expect(await statuses(5, () => at('/mcp/mirror', token, 'tools/call', SAY))).toEqual([
      ...[200, 200, 200],
      ...[429, 429],
    ]);
    const refused = await at('/mcp/mirror', token, 'tools/call', SAY);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit')).toBe(`"mirror:person";r=0;t=${seconds}`);
    expect(await refused.json()).toMatchObject({ jsonrpc: '2.0', error: { code: -32000 }, id: null });
    const calm = await tokenOf('calm');
    expect(await statuses(4, () => at('/mcp/mirror', calm, 'tools/call', SAY))).toEqual([200, 200, 200, 200]);
  });

  it('and a refused call reaches nobody, and is one record', async () => {
    const token = await tokenOf('refused');
    const before = server.asked().filter((method) => method === 'tools/call').length;
    const seen = await statuses(10, () => at('/mcp/mirror', token, 'tools/call', SAY));
    expect(seen.filter((status) => status === 200)).toHaveLength(4);
    expect(server.asked().filter((method) => method === 'tools/call')).toHaveLength(before + 4);
    const records = await auditRecords(gatehouse, { event_type: 'tool.denied' });
    const own = records.filter((record) => JSON.stringify(record).includes('"refused"'));
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({
      outcome: 'denied',
      reason: 'rate_limited',
      target: { type: 'tool', id: 'mirror/say' },
      details: { limit: 'mirror', counted_by: 'person', calls_per_minute: 4 },
    });
  });

  it('whatever is called; lists and unknown tools are free', async () => {
    const token = await tokenOf('reading');
    const free = await statuses(6, () => at('/mcp/mirror', token, 'tools/list'));
    expect(free).toEqual(Array(6).fill(200));
    await statuses(6, () => at('/mcp/mirror', token, 'tools/call', { name: 'unknown', arguments: {} }));
    const ref = { type: 'ref/prompt', name: 'ask' };
    const calls: [string, object][] = [
      ['resources/read', { uri: 'mirror://fixed' }],
      ['prompts/get', { name: 'ask' }],
      ['completion/complete', { ref, argument: { name: 'a', value: 'o' } }],
      ['tools/call', SAY],
      ['resources/read', { uri: 'mirror://fixed' }],
    ];
    const seen: number[] = [];
    for (const [method, params] of calls) seen.push((await at('/mcp/mirror', token, method, params)).status);
    expect(seen).toEqual([200, 200, 200, 200, 429]);
  });

  it('for the tools of a rule, and for no others', async () => {
    const token = await tokenOf('calm');
    const seen = await statuses(3, () => at('/mcp/ruled', token, 'tools/call', SAY));
    expect(seen).toEqual([200, 200, 429]);
    expect((await at('/mcp/ruled', token, 'resources/read', { uri: 'mirror://fixed' })).status).toBe(200);
  });

  it('together at its own endpoint and among ours', async () => {
    const token = await tokenOf('merged');
    const merged = { ...SAY, name: 'mirror_say' };
    expect(await statuses(2, () => at('/mcp/mirror', token, 'tools/call', SAY))).toEqual([200, 200]);
    expect(await statuses(3, () => at('/mcp', token, 'tools/call', merged))).toEqual([200, 200, 429]);
  });

  it('for everybody together, of which nobody is told', async () => {
    const tokens = [await tokenOf('busy'), await tokenOf('calm'), await tokenOf('listing')];
    const seen: number[] = [];
    for (const token of [...tokens, ...tokens]) {
      const response = await at('/mcp/crowded', token, 'tools/call', SAY);
      expect(response.headers.get('ratelimit')).toBeNull();
      seen.push(response.status);
    }
    expect(seen).toEqual([200, 200, 200, 429, 429, 429]);
  });

  it('each in a batch', async () => {
    const token = await tokenOf('batching');
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    };
    const post = (body: unknown, session?: string) =>
      fetch(`${gatehouse.url}/mcp/mirror`, {
        method: 'POST',
        headers: { ...headers, ...(session !== undefined && { 'mcp-session-id': session }) },
        body: JSON.stringify(body),
      });
    const opened = await post({
      jsonrpc: '2.0',
      id: 0,
      method: 'initialize',
      params: { protocolVersion: '2025-03-26', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
    });
    await opened.text();
    const session = opened.headers.get('mcp-session-id') ?? '';
    await post({ jsonrpc: '2.0', method: 'notifications/initialized' }, session);
    const batch = (ids: number[]) =>
      ids.map((id) => ({ jsonrpc: '2.0', id, method: 'tools/call', params: SAY }));
    const first = await post(batch([1, 2, 3]), session);
    expect(first.headers.get('ratelimit')).toBe('"mirror:person";r=1');
    await first.text();
    expect((await post(batch([4, 5]), session)).status).toBe(429);
  });

  it.each(['v1', 'v2', 'v2 auto'] as const)(
    'which the %s client takes for an error of this one call',
    async (generation) => {
      const token = await tokenOf('busy');
      const client = await connectHttp(generation, `${gatehouse.url}/mcp/mirror`, token);
      try {
        await Promise.all([1, 2, 3, 4].map(() => client.callTool('say', {}).catch(() => undefined)));
        expect(JSON.stringify(await client.callTool('say', {}))).toMatch(/429|too often/);
        expect((await client.tools()).map(({ name }) => name)).toEqual(['say']);
      } finally {
        await client.close();
      }
    },
  );
});

/** What one replica has let through counts at the other. */
async function expectShared(replicas: readonly [Gatehouse, Gatehouse], upstream: string): Promise<void> {
  const [first, second] = replicas;
  await withRoomInTheMinute(40_000);
  const call = async (at: Gatehouse) => {
    const token = await at.token({ scope: SCOPE });
    return () => ask(`http://localhost:${at.port}`, `/mcp/${upstream}`, token, 'tools/call', SAY);
  };
  const [atFirst, atSecond] = [await call(first), await call(second)];
  expect(await statuses(20, atFirst)).toEqual(Array(20).fill(200));
  let admitted = 0;
  const heard = await within(LIVENESS_MS, async () => {
    const response = await atSecond();
    if (response.status !== 200) return true;
    admitted += 1;
    await delay(300);
    return Number(/r=(\d+)/.exec(response.headers.get('ratelimit') ?? '')?.[1]) <= 10 - admitted;
  });
  expect(heard).toBe(true);
  const further = (await statuses(30 - admitted, atSecond)).filter((status) => status === 200).length;
  // 10 are left of 30; what was let through before the other's count arrived is counted all the same.
  expect(admitted + further).toBe(10);
}

const limitedMirror = (name: string) => ({
  ...{ name, command: process.execPath, args: mirror().args, scopes: ['read'], pii: 'keep' },
  rate_limits: { client: 30 },
});

const redis = process.env['TEST_REDIS_URL'];
const describeOnRedis = redis === undefined ? describe.skip : describe;

describeOnRedis('Limits of calls on two replicas, by Redis', () => {
  it('are one', async () => {
    // Redis outlives the test.
    const name = `mirror-${randomBytes(4).toString('hex')}`;
    const env = { UPSTREAMS_FILE: upstreamsFile([limitedMirror(name)]), REDIS_URL: redis ?? '' };
    const replicas = [await startGatehouse({ env }), await startGatehouse({ env })] as const;
    try {
      await expectShared(replicas, name);
    } finally {
      await Promise.all(replicas.map((replica) => replica.stop()));
    }
  });
});

describeOnServer('Limits of calls on two replicas, by PostgreSQL', () => {
  it('are one', async () => {
    const env = {
      UPSTREAMS_FILE: upstreamsFile([limitedMirror('mirror')]),
      PUBLIC_URL: 'http://gatehouse.test',
      ALLOWED_HOSTS: 'localhost',
    };
    const database = await createTestDatabase({}, 'server');
    const replicas = [
      await startGatehouse({ database, env }),
      await startGatehouse({ database, env }),
    ] as const;
    try {
      await expectShared(replicas, 'mirror');
    } finally {
      await Promise.all(replicas.map((replica) => replica.stop()));
      await database.drop();
    }
  });
});
