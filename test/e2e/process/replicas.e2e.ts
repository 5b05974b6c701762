import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { cli } from '../../support/cli.js';
import { LIVENESS_MS, REACHES_REPLICAS_MS, timeUntil, within } from '../../support/eventually.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';

const ISSUER = { PUBLIC_URL: 'http://gatehouse.test' };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describeOnServer('three replicas on one PostgreSQL', () => {
  let database: TestDatabase;
  let replicas: Gatehouse[];

  beforeAll(async () => {
    // The key file is shared as a mounted volume would be.
    database = await createTestDatabase({}, 'server', 'empty');
    const start = () => startGatehouse({ database, env: { ...ISSUER, FAILED_SECRETS: '5' } });
    replicas = await Promise.all([start(), start(), start()]);
  });
  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await database.drop();
  });

  const at = (index: number, path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${replicas[index]?.port}${path}`, init);
  const tokenRequest = (index: number, clientId: string, clientSecret: string) =>
    at(index, '/oauth2/token', {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      }),
    });

  it('start together on an empty database: one migrates, one makes each key and client', async () => {
    const documents = await Promise.all(
      [0, 1, 2].map(async (index) => (await at(index, '/.well-known/jwks.json')).text()),
    );
    expect(new Set(documents).size).toBe(1);
    const migrated = replicas.filter((replica) => replica.output().includes('Migrated the database'));
    expect(migrated).toHaveLength(1);
    const printed = replicas.filter((replica) => replica.output().includes('client_secret'));
    expect(printed).toHaveLength(1);
  });

  it('accept each other’s tokens', async () => {
    const token = await replicas[0]?.token();
    for (const index of [1, 2])
      expect((await at(index, '/hello', { headers: bearer(token ?? '') })).status).toBe(200);
  });

  it('refuse a disabled client’s token, wherever it is shown', async () => {
    const { client_id: clientId, client_secret: clientSecret } = (await cli(database, [
      'client',
      'create',
      `worker-${randomBytes(3).toString('hex')}`,
      '--scope',
      'mcp.access',
      '--default-scope',
      'mcp.access',
      '--json',
    ])) as Record<string, string>;
    const token = await replicas[0]?.token({ clientId, clientSecret });
    const statuses = () =>
      Promise.all(
        [0, 1, 2].map(async (index) => (await at(index, '/hello', { headers: bearer(token ?? '') })).status),
      );
    expect(await statuses()).toEqual([200, 200, 200]);
    await cli(database, ['client', 'disable', clientId ?? '', '--json']);
    await timeUntil('401 401 401', async () => (await statuses()).join(' '));
  });

  it('keep accepting while keys rotate under load', async () => {
    let failures = 0;
    let calls = 0;
    let running = true;
    const work = async () => {
      while (running) {
        const response = await tokenRequest(calls % 3, 'mcp-client', 'secret');
        const { access_token: token } = (await response.json()) as { access_token: string };
        calls += 1;
        if ((await at(calls % 3, '/hello', { headers: bearer(token) })).status !== 200) failures += 1;
      }
    };
    const workers = [work(), work()];
    await cli(database, ['key', 'rotate', '--overlap', '0', '--json']);
    const rotatedAt = calls;
    await within(LIVENESS_MS, () => calls > rotatedAt + 60);
    running = false;
    await Promise.all(workers);
    expect(calls).toBeGreaterThan(rotatedAt + 60);
    expect(failures).toBe(0);
  });

  it('share the lockout of a guessed secret', async () => {
    for (let guess = 0; guess < 5; guess += 1) await tokenRequest(0, 'gatehouse-admin', `wrong-${guess}`);
    // Each replica is asked once: a further wrong secret would make it lock by itself.
    await delay(500);
    let refused = await tokenRequest(2, 'gatehouse-admin', 'wrong-again');
    if (refused.status !== 429) {
      await delay(REACHES_REPLICAS_MS);
      refused = await tokenRequest(1, 'gatehouse-admin', 'wrong-again');
    }
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await tokenRequest(2, 'mcp-client', 'secret')).status).toBe(200);
  });
});

describeOnServer('a runtime login that is not the owner', () => {
  it('can neither change nor remove audit records', async () => {
    const database = await createTestDatabase({}, 'server', 'empty');
    const login = `gatehouse_runtime_${randomBytes(4).toString('hex')}`;
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await owner.query(`CREATE ROLE ${login} LOGIN`);
    const runtimeUrl = new URL(database.url ?? '');
    runtimeUrl.username = login;
    const gatehouse = await startGatehouse({
      database,
      env: { DATABASE_URL: runtimeUrl.href, DATABASE_MIGRATION_URL: database.url ?? '' },
    });
    const runtime = new pg.Client({ connectionString: runtimeUrl.href });
    await runtime.connect();
    try {
      await gatehouse.token();
      for (const statement of [
        'UPDATE audit_records SET outcome = outcome',
        'DELETE FROM audit_records',
        'TRUNCATE audit_records',
      ]) {
        await expect(runtime.query(statement)).rejects.toThrow(/permission denied/);
        await expect(owner.query(statement)).rejects.toThrow(/append-only/);
      }
      await expect(runtime.query('ALTER TABLE audit_records DISABLE TRIGGER ALL')).rejects.toThrow(
        /must be owner/,
      );
    } finally {
      await runtime.end();
      await gatehouse.stop();
      await owner.query(`DROP OWNED BY ${login}`);
      await owner.query(`DROP ROLE ${login}`);
      await owner.end();
      await database.drop();
    }
  });
});
