import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AccessTokenVerifier, Clients, SigningKeys, TokenIssuer } from '../../../src/auth/index.js';
import { REACHES_REPLICAS_MS, within } from '../../support/eventually.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';
import { startReplica, type Replica } from '../auth-guards/replica.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How many records there are of each event about keys. */
async function eventsOf({ module }: Replica): Promise<Record<string, number>> {
  const rows = await module
    .get(DataSource)
    .query<{ event_type: string; count: number }[]>(
      `SELECT event_type, count(*)::int AS count FROM audit_records WHERE event_type LIKE 'key.%' GROUP BY 1`,
    );
  return Object.fromEntries(rows.map(({ event_type: event, count }) => [event, count]));
}

async function tokenOf({ module }: Replica): Promise<string> {
  const client = await module.get(Clients).find('gatehouse-admin');
  if (client === undefined) throw new Error('no administrator');
  const request = { client, scopes: ['mcp.access'], audience: client.audiences };
  return (await module.get(TokenIssuer).issue(request)).accessToken;
}

describe('signing keys', () => {
  let database: TestDatabase;
  let replica: Replica;
  let keys: SigningKeys;

  beforeEach(async () => {
    database = await createTestDatabase();
    replica = await startReplica(database);
    keys = replica.module.get(SigningKeys);
  });
  afterEach(async () => {
    await replica.close();
    await database.drop();
  });

  const kids = () => keys.jwks().keys.map(({ kid }) => kid);

  it('are one of ES256 and one of RS256 on a first start, encrypted at rest', async () => {
    expect(keys.statuses().map(({ algorithm, state }) => [algorithm, state])).toEqual([
      ['ES256', 'active'],
      ['RS256', 'active'],
    ]);
    const rows = await replica.module.get(DataSource).query('SELECT * FROM signing_keys');
    expect(JSON.stringify(rows)).not.toContain('PRIVATE KEY');
    expect(JSON.stringify(rows)).not.toMatch(/"d":/);
  });

  it('of PS256 are made when a client needs one, once', async () => {
    expect(keys.signingKey('PS256')).toBeUndefined();
    const made = await Promise.all([1, 2, 3].map(() => keys.obtainSigningKey('PS256')));
    expect(new Set(made.map(({ kid }) => kid)).size).toBe(1);
  });

  it('sign on until the next key has been published for the overlap, and verify until their last token is dead', async () => {
    const before = keys.signingKey('ES256')?.kid ?? '';
    const token = await tokenOf(replica);
    await keys.rotate({ algorithm: 'ES256', overlapSeconds: 600 });
    expect(kids()).toHaveLength(3);
    expect(keys.signingKey('ES256')?.kid).toBe(before);

    replica.clock.offsetMs = 601_000;
    expect(keys.signingKey('ES256')?.kid).not.toBe(before);
    const verifier = replica.module.get(AccessTokenVerifier);
    await expect(verifier.verify(token, '/')).resolves.toMatchObject({ clientId: 'gatehouse-admin' });

    replica.clock.offsetMs = HOUR_MS;
    expect(kids()).not.toContain(before);
    expect(keys.verificationKey(before)).toBeUndefined();
  });

  it('are destroyed by a later rotation once nothing can be verified with them', async () => {
    const before = keys.signingKey('ES256')?.kid;
    await keys.rotate({ overlapSeconds: 0 });
    replica.clock.offsetMs = HOUR_MS;
    await keys.rotate({ overlapSeconds: 0 });
    const rows = await replica.module
      .get(DataSource)
      .query<{ kid: string }[]>('SELECT kid FROM signing_keys');
    expect(rows.map(({ kid }) => kid)).not.toContain(before);
    expect(rows).toHaveLength(4);
  });

  it('get a successor once they have signed for the period, published before it signs', async () => {
    const before = keys.signingKey('ES256')?.kid;
    await keys.maintain();
    expect(kids()).toHaveLength(2);

    replica.clock.offsetMs = 90 * DAY_MS + 1;
    await keys.maintain();
    expect(kids()).toHaveLength(4);
    expect(keys.signingKey('ES256')?.kid).toBe(before);
    await keys.maintain();
    expect(kids()).toHaveLength(4);

    replica.clock.offsetMs += 601_000;
    expect(keys.signingKey('ES256')?.kid).not.toBe(before);
    replica.clock.offsetMs += HOUR_MS;
    await keys.maintain();
    expect(keys.statuses().map(({ state }) => state)).toEqual(['active', 'active']);
    expect(await eventsOf(replica)).toEqual({ 'key.created': 2, 'key.rotated': 2, 'key.retired': 2 });
  });

  it('that others may know are refused with all they have signed', async () => {
    const token = await tokenOf(replica);
    const before = kids();
    const verifier = replica.module.get(AccessTokenVerifier);
    await expect(verifier.verify(token, '/')).resolves.toBeDefined();
    await keys.rotate({ revokeOld: true });
    await expect(verifier.verify(token, '/')).rejects.toMatchObject({ reason: 'unknown_key' });
    expect(kids().filter((kid) => before.includes(kid))).toEqual([]);
    await expect(verifier.verify(await tokenOf(replica), '/')).resolves.toBeDefined();
    expect(await eventsOf(replica)).toEqual({ 'key.created': 2, 'key.rotated': 2, 'key.revoked': 2 });
  });

  it('are rotated with a record for each', async () => {
    await keys.rotate();
    const rows = await replica.module
      .get(DataSource)
      .query<{ target_id: string }[]>(`SELECT target_id FROM audit_records WHERE event_type = 'key.rotated'`);
    expect(rows.map(({ target_id }) => target_id).sort()).toEqual(
      keys
        .statuses()
        .filter(({ state }) => state === 'pre-activation')
        .map(({ kid }) => kid)
        .sort(),
    );
  });

  it('cost a query now and then, however many unknown kids are asked for', async () => {
    const query = jest.spyOn(replica.module.get(DataSource).manager.connection.driver, 'createQueryRunner');
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => keys.findVerificationKey(`unknown-${index}`)),
    );
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => keys.findVerificationKey(`unknown-${index}`)),
    );
    // One, and one more for every second that this took; the change feed may add one.
    expect(query.mock.calls.length).toBeGreaterThan(0);
    expect(query.mock.calls.length).toBeLessThan(20);
    query.mockRestore();
  });
});

describe('a shared secret', () => {
  it('signs HS256 for the whole server and stands in no JWKS', async () => {
    const database = await createTestDatabase({ JWT_SECRET_KEY: 'a-shared-secret-of-at-least-32-bytes!' });
    const replica = await startReplica(database);
    try {
      const keys = replica.module.get(SigningKeys);
      const token = await tokenOf(replica);
      expect(JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
        alg: 'HS256',
      });
      expect(keys.jwks()).toEqual({ keys: [] });
      await expect(replica.module.get(AccessTokenVerifier).verify(token, '/')).resolves.toBeDefined();
      await expect(keys.rotate()).rejects.toMatchObject({ status: 409 });
    } finally {
      await replica.close();
      await database.drop();
    }
  });
});

describeOnServer('signing keys of several replicas', () => {
  let database: TestDatabase;
  let replicas: Replica[];

  beforeEach(async () => {
    database = await createTestDatabase({}, 'server');
    replicas = await Promise.all([1, 2].map(() => startReplica(database)));
  });
  afterEach(async () => {
    await Promise.all(replicas.map((replica) => replica.close()));
    await database.drop();
  });

  it('are the same, made once though all started together', () => {
    const [first, second] = replicas.map(({ module }) => module.get(SigningKeys).jwks());
    expect(first?.keys).toHaveLength(2);
    expect(second).toEqual(first);
  });

  it('verify at once what another replica signed with a key just made', async () => {
    const [first, second] = replicas as [Replica, Replica];
    await first.module.get(SigningKeys).rotate({ overlapSeconds: 0 });
    const token = await tokenOf(first);
    await expect(second.module.get(AccessTokenVerifier).verify(token, '/')).resolves.toBeDefined();
  });

  it('are known everywhere within a second of a rotation', async () => {
    const [first, second] = replicas.map(({ module }) => module.get(SigningKeys)) as [
      SigningKeys,
      SigningKeys,
    ];
    await first.rotate();
    const seen = () => second.jwks().keys.length === 4;
    expect(await within(REACHES_REPLICAS_MS, seen)).toBe(true);
    expect(second.jwks()).toEqual(first.jwks());
  });

  it('get one successor when all replicas see that it is time', async () => {
    for (const { clock } of replicas) clock.offsetMs = 90 * DAY_MS + 1;
    await Promise.allSettled(replicas.map(({ module }) => module.get(SigningKeys).maintain()));
    const rows = await replicas[0]?.module.get(DataSource).query('SELECT kid FROM signing_keys');
    expect(rows).toHaveLength(4);
  });

  it('rotate once when two replicas rotate together', async () => {
    const outcomes = await Promise.allSettled(replicas.map(({ module }) => module.get(SigningKeys).rotate()));
    const rows = await replicas[0]?.module.get(DataSource).query('SELECT kid FROM signing_keys');
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    expect(rows).toHaveLength(2 + 2 * outcomes.filter(({ status }) => status === 'fulfilled').length);
  });
});
