import { setTimeout as delay } from 'node:timers/promises';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';

const FORM = { grant_type: 'client_credentials', client_id: 'mcp-client', client_secret: 'secret' };

describeOnServer('while PostgreSQL is away', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let gatehouse: Gatehouse;
  let token: string;

  beforeAll(async () => {
    database = await createTestDatabase({}, 'server');
    const address = new URL(database.url ?? '');
    proxy = await startTcpProxy({ host: address.hostname, port: Number(address.port || 5432) });
    address.host = `127.0.0.1:${proxy.port}`;
    gatehouse = await startGatehouse({ database, env: { DATABASE_URL: address.href } });
    token = await gatehouse.token();
  });
  afterAll(async () => {
    await gatehouse.stop();
    await proxy.close();
    await database.drop();
  });
  afterEach(async () => {
    proxy.heal();
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if ((await fetch(`${gatehouse.url}/health/ready`)).status === 200) return;
      await delay(100);
    }
    throw new Error('the service did not recover');
  });

  const doors: ReadonlyArray<readonly [string, () => Promise<Response>, RegExp, (body: never) => unknown]> = [
    [
      'a route',
      () => fetch(`${gatehouse.url}/hello`, { headers: { authorization: `Bearer ${token}` } }),
      /^application\/problem\+json/,
      (body: { status: number }) => expect(body.status).toBe(503),
    ],
    [
      'the token endpoint',
      () => fetch(`${gatehouse.url}/oauth2/token`, { method: 'POST', body: new URLSearchParams(FORM) }),
      /^application\/json/,
      (body: { error: string }) => expect(body.error).toBe('temporarily_unavailable'),
    ],
    [
      'the MCP endpoint',
      () =>
        fetch(`${gatehouse.url}/mcp`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            accept: 'application/json, text/event-stream',
          },
          body: JSON.stringify({
            jsonrpc: '2.0',
            id: 1,
            method: 'initialize',
            params: {
              protocolVersion: '2025-11-25',
              capabilities: {},
              clientInfo: { name: 'test', version: '1' },
            },
          }),
        }),
      /^application\/json/,
      (body: { jsonrpc: string; error: object }) => {
        expect(body.jsonrpc).toBe('2.0');
        expect(body.error).toBeDefined();
      },
    ],
  ];

  it.each(doors)(
    '%s answers 503 with Retry-After, and works again afterwards',
    async (_door, call, type, check) => {
      proxy.cut();
      const response = await call();
      expect(response.status).toBe(503);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(response.headers.get('content-type')).toMatch(type);
      check((await response.json()) as never);
    },
  );

  it('stays alive and says it is not ready', async () => {
    proxy.cut();
    await delay(1_200);
    expect((await fetch(`${gatehouse.url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${gatehouse.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(JSON.stringify(await ready.json())).not.toMatch(/postgres:|password|127\.0\.0\.1/);
  });

  it('does not hang when the database accepts and never answers', async () => {
    proxy.stall();
    const startedAt = Date.now();
    const response = await fetch(`${gatehouse.url}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(FORM),
    });
    expect(response.status).toBe(503);
    expect(Date.now() - startedAt).toBeLessThan(15_000);
  });
});
