import { DataSource } from 'typeorm';
import { ClientAdministration, Clients } from '../../../src/auth/index.js';
import { DynamicRegistration } from '../../../src/auth/registration/dynamic-registration.js';
import { IdleClients } from '../../../src/auth/registration/idle-clients.js';
import { RegistrationTokens } from '../../../src/auth/registration/registration-tokens.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';
import { startReplica, type Replica } from '../auth-guards/replica.js';

const DAY_MS = 86_400_000;
const METADATA = {
  client_name: 'Agent',
  redirect_uris: ['http://127.0.0.1/callback'],
  token_endpoint_auth_method: 'none',
};

const registrationOf = ({ module }: Replica) => module.get(DynamicRegistration);
const register = async (replica: Replica, token?: string) =>
  String((await registrationOf(replica).register(METADATA, token))['client_id']);
const reasonOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: { reason?: string; code?: string }) => error.reason ?? error.code,
  );

/** Somebody logged in for the client. */
const INSERT_USER = `INSERT INTO users (id, username, username_index) VALUES ($1, 'x', 'x')`;
const INSERT_FAMILY = `
  INSERT INTO token_families (id, user_id, client_id, scopes, audience, authenticated_at, last_used_at, expires_at)
  VALUES (gen_random_uuid(), $1, $2, '{}', '{}', $3, $3, $4)`;
const USER = '3e9f1f0c-7f35-4a35-8f5b-111111111111';

describe('clients that registered themselves', () => {
  let database: TestDatabase;
  let replica: Replica;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase({ REGISTRATION_MAX_CLIENTS: '6', REGISTRATION_IDLE_DAYS: '30' });
    replica = await startReplica(database);
    dataSource = replica.module.get(DataSource);
    await dataSource.query(INSERT_USER, [USER]);
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });
  beforeEach(async () => {
    replica.clock.offsetMs = 0;
    await dataSource.query(`DELETE FROM clients WHERE registration_origin <> 'administrator'`);
  });

  const grant = (clientId: string, lastUsed: Date, expires: Date) =>
    dataSource.query(INSERT_FAMILY, [USER, clientId, lastUsed, expires]);
  const left = async () =>
    (
      await dataSource.query<{ client_id: string }[]>(
        `SELECT client_id FROM clients WHERE registration_origin <> 'administrator'`,
      )
    ).map(({ client_id }) => client_id);

  it('are removed when nobody has used them for so long, and nobody can still', async () => {
    const now = Date.now();
    const [unused, live, recent, dead] = [
      await register(replica),
      await register(replica),
      await register(replica),
      await register(replica),
    ];
    await grant(live, new Date(now), new Date(now + 60 * DAY_MS));
    await grant(recent, new Date(now + 10 * DAY_MS), new Date(now + 11 * DAY_MS));
    await grant(dead, new Date(now), new Date(now + DAY_MS));
    const idle = replica.module.get(IdleClients);
    expect(await idle.reap()).toBe(0);
    replica.clock.offsetMs = 31 * DAY_MS;
    expect(await idle.reap()).toBe(2);
    expect((await left()).sort()).toEqual([live, recent].sort());
    expect(await replica.module.get(Clients).find('mcp-client')).toBeDefined();
    const reasons = await dataSource.query<unknown[]>(
      `SELECT reason, actor_kind FROM audit_records WHERE event_type = 'client.deleted' AND target_id IN ($1, $2)`,
      [unused, dead],
    );
    expect(reasons).toEqual([
      { reason: 'idle', actor_kind: 'system' },
      { reason: 'idle', actor_kind: 'system' },
    ]);
  });

  it('make room for others, oldest first, unless somebody uses them', async () => {
    const registered: string[] = [];
    for (let index = 0; index < 6; index += 1) registered.push(await register(replica));
    const [used = '', next = ''] = registered;
    await grant(used, new Date(), new Date(Date.now() + DAY_MS));
    expect(await reasonOf(register(replica))).toBe('service-unavailable');
    replica.clock.offsetMs = 2 * 3_600_000;
    const newcomer = await register(replica);
    expect((await left()).sort()).toEqual([...registered.filter((id) => id !== next), newcomer].sort());
  });

  it('take the place of no client of an administrator', async () => {
    const administration = replica.module.get(ClientAdministration);
    const before = (await administration.list()).filter(
      ({ registrationOrigin }) => registrationOrigin === 'administrator',
    );
    replica.clock.offsetMs = 400 * DAY_MS;
    await replica.module.get(IdleClients).reap();
    const after = (await administration.list()).filter(
      ({ registrationOrigin }) => registrationOrigin === 'administrator',
    );
    expect(after).toHaveLength(before.length);
  });
});

describe('registration tokens', () => {
  let database: TestDatabase;
  let replica: Replica;
  let tokens: RegistrationTokens;

  beforeAll(async () => {
    database = await createTestDatabase({ REGISTRATION: 'token' });
    replica = await startReplica(database);
    tokens = replica.module.get(RegistrationTokens);
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  const create = (maximumUses?: number) =>
    tokens.create({ name: 'test', maximumUses, expiresAt: new Date(Date.now() + DAY_MS) });

  it('are needed, and have to be known', async () => {
    expect(await reasonOf(register(replica))).toBe('missing_registration_token');
    expect(await reasonOf(register(replica, 'made-up'))).toBe('registration_token_refused');
  });

  it('are good for no more registrations than they say, used in parallel too', async () => {
    const { token } = await create(3);
    const attempts = await Promise.all(Array.from({ length: 10 }, () => reasonOf(register(replica, token))));
    expect(attempts.filter((reason) => reason === 'none')).toHaveLength(3);
    expect(attempts.filter((reason) => reason === 'registration_token_refused')).toHaveLength(7);
  });

  it('are not used up by a registration that is refused', async () => {
    const { token } = await create(1);
    expect(await reasonOf(registrationOf(replica).register({ redirect_uris: [] }, token))).toBe(
      'invalid_redirect_uri',
    );
    expect(await register(replica, token)).toMatch(/^dyn_/);
  });

  it('end by time and by revocation', async () => {
    const [expiring, revoked] = [await create(), await create()];
    await tokens.revoke(revoked.id);
    expect(await reasonOf(register(replica, revoked.token))).toBe('registration_token_refused');
    await expect(tokens.revoke(revoked.id)).rejects.toMatchObject({ status: 404 });
    replica.clock.offsetMs = 2 * DAY_MS;
    expect(await reasonOf(register(replica, expiring.token))).toBe('registration_token_refused');
    replica.clock.offsetMs = 0;
  });

  it('are stored as digests only', async () => {
    const { id, token } = await create();
    const rows = await replica.module
      .get(DataSource)
      .query<unknown[]>(`SELECT row_to_json(t) FROM registration_tokens t WHERE id = $1`, [id]);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows).toHaveLength(1);
  });
});

describeOnServer('idle clients of several replicas', () => {
  it('are removed by one of them, each once', async () => {
    const database = await createTestDatabase({ REGISTRATION_IDLE_DAYS: '1' }, 'server');
    const replicas = await Promise.all([startReplica(database), startReplica(database)]);
    const [first] = replicas;
    if (first === undefined) throw new Error('no replica');
    for (let index = 0; index < 20; index += 1) await register(first);
    for (const { clock } of replicas) clock.offsetMs = 2 * DAY_MS;
    const removed = await Promise.all(replicas.map(({ module }) => module.get(IdleClients).reap()));
    expect(removed.reduce((sum, each) => sum + each, 0)).toBe(20);
    const [{ count } = { count: 0 }] = await first.module
      .get(DataSource)
      .query<{ count: number }[]>(
        `SELECT count(*)::integer AS count FROM audit_records WHERE event_type = 'client.deleted'`,
      );
    expect(count).toBe(20);
    for (const { close } of replicas) await close();
    await database.drop();
  });
});
