import { setTimeout as delay } from 'node:timers/promises';
import { cli } from '../../support/cli.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';

async function status(gatehouse: Gatehouse, path: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`http://127.0.0.1:${gatehouse.port}${path}`, { headers });
  await response.arrayBuffer();
  return response.status;
}

/** Milliseconds until the status is answered. */
async function timeUntil(expected: number, ask: () => Promise<number>): Promise<number> {
  const startedAt = Date.now();
  while ((await ask()) !== expected) {
    if (Date.now() - startedAt > 5_000) throw new Error(`no ${expected} within five seconds`);
    await delay(20);
  }
  return Date.now() - startedAt;
}

describeOnServer('Revocation on two replicas', () => {
  const publicUrl = 'http://gatehouse.test';
  let database: TestDatabase;
  let replicas: Gatehouse[];

  beforeAll(async () => {
    database = await createTestDatabase({ PUBLIC_URL: publicUrl }, 'server');
    replicas = [await startGatehouse({ database })];
    replicas.push(await startGatehouse({ database }));
  });
  afterAll(async () => {
    for (const replica of replicas) await replica.stop();
    await database.drop();
  });

  it('a token of a disabled client is refused everywhere within a second, and good again when it is enabled', async () => {
    const [first, second] = replicas;
    if (first === undefined || second === undefined) throw new Error('no replicas');
    const token = await first.token();
    for (const replica of replicas) expect(await status(replica, '/hello', token)).toBe(200);
    await cli(database, ['client', 'disable', 'mcp-client', '--json']);
    for (const replica of replicas) {
      expect(await timeUntil(401, () => status(replica, '/hello', token))).toBeLessThan(1_000);
    }
    await cli(database, ['client', 'enable', 'mcp-client', '--json']);
    for (const replica of replicas) {
      expect(await timeUntil(200, () => status(replica, '/hello', token))).toBeLessThan(1_000);
    }
  });

  it('a revoked API key is refused everywhere within a second', async () => {
    const create = ['api-key', 'create', '--client', 'mcp-client', '--scope', 'mcp.access', '--json'];
    const { id, api_key: key } = (await cli(database, create)) as { id: string; api_key: string };
    for (const replica of replicas) expect(await status(replica, '/hello', key)).toBe(200);
    await cli(database, ['api-key', 'revoke', id, '--json']);
    for (const replica of replicas) {
      expect(await timeUntil(401, () => status(replica, '/hello', key))).toBeLessThan(1_000);
    }
  });
});
