import { cli } from '../../support/cli.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { timeUntil } from '../../support/eventually.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';

async function status(gatehouse: Gatehouse, path: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`http://127.0.0.1:${gatehouse.port}${path}`, { headers });
  await response.arrayBuffer();
  return response.status;
}

/** Waits until each replica answers the status, and prints how long after the change that was. */
async function reaches(
  expected: number,
  replicas: readonly Gatehouse[],
  path: string,
  token: string,
): Promise<void> {
  const waits = await Promise.all(
    replicas.map((replica) => timeUntil(expected, () => status(replica, path, token))),
  );
  console.info(`${expected} on every replica after ${Math.max(...waits)} ms`);
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

  it('a token of a disabled client is refused everywhere, and good again when it is enabled', async () => {
    const [first, second] = replicas;
    if (first === undefined || second === undefined) throw new Error('no replicas');
    const token = await first.token();
    for (const replica of replicas) expect(await status(replica, '/hello', token)).toBe(200);
    await cli(database, ['client', 'disable', 'mcp-client', '--json']);
    await reaches(401, replicas, '/hello', token);
    await cli(database, ['client', 'enable', 'mcp-client', '--json']);
    await reaches(200, replicas, '/hello', token);
  });

  it('a revoked API key is refused everywhere', async () => {
    const create = ['api-key', 'create', '--client', 'mcp-client', '--scope', 'mcp.access', '--json'];
    const { id, api_key: key } = (await cli(database, create)) as { id: string; api_key: string };
    for (const replica of replicas) expect(await status(replica, '/hello', key)).toBe(200);
    await cli(database, ['api-key', 'revoke', id, '--json']);
    await reaches(401, replicas, '/hello', key);
  });
});
