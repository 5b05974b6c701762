import {
  ApiKeyAdministration,
  ApiKeys,
  ClientAdministration,
  InvalidTokenError,
  type IssuedApiKey,
} from '../../../src/auth/index.js';
import { Transactions } from '../../../src/database/index.js';
import { REACHES_REPLICAS_MS, within } from '../../support/eventually.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { startReplica, type Replica } from './replica.js';

const ADDRESS = '203.0.113.7';
const DAY_MS = 86_400_000;

describe('API keys', () => {
  let database: TestDatabase;
  let replica: Replica;
  let administration: ApiKeyAdministration;
  let keys: ApiKeys;

  beforeAll(async () => {
    database = await createTestDatabase();
    replica = await startReplica(database);
    administration = replica.module.get(ApiKeyAdministration);
    keys = replica.module.get(ApiKeys);
    await replica.module.get(ClientAdministration).create({
      clientId: 'owner',
      clientName: 'Owner',
      scopes: ['mcp.access', 'write'],
      roles: ['guest'],
    });
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  const create = (change: object = {}): Promise<IssuedApiKey> =>
    administration.create({ clientId: 'owner', name: 'build', scopes: ['read'], ...change });
  const rows = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
    replica.module.get(Transactions).run((transaction) => transaction.query<T[]>(sql, parameters));
  const refusal = (key: string, address = ADDRESS): Promise<InvalidTokenError> =>
    keys.verify(key, address).then(
      () => Promise.reject(new Error('was accepted')),
      (error: unknown) => error as InvalidTokenError,
    );

  it('is recognisable, and stored only as a digest', async () => {
    const { key, apiKey } = await create();
    expect(key).toMatch(/^gk_[A-Za-z0-9_-]{43}$/);
    const stored = await rows<object>('SELECT * FROM api_keys WHERE id = $1', [apiKey.id]);
    expect(JSON.stringify(stored)).not.toContain(key.slice(3));
    expect(JSON.stringify(await administration.list('owner'))).not.toContain(key.slice(3));
  });

  it('acts as its client, with its own scopes and without its roles', async () => {
    const { key, apiKey } = await create({ scopes: ['write', 'Guest.Read'] });
    const { publicUrl } = configurationOf(database).server;
    expect(await keys.verify(key, ADDRESS)).toEqual({
      subject: 'owner',
      clientId: 'owner',
      kind: 'api-key',
      scopes: ['write', 'Guest.Read'],
      roles: [],
      issuer: publicUrl,
      audience: [publicUrl],
      tokenId: apiKey.id,
      expiresAt: Math.floor(apiKey.expiresAt.getTime() / 1_000),
    });
  });

  it.each([
    ['more than its client may hold', { scopes: ['audit.read'] }, 400],
    ['no scope', { scopes: [] }, 400],
    ['an unknown client', { clientId: 'nobody' }, 404],
    ['no network', { networks: ['10.0.0.0/40'] }, 400],
    ['an end in the past', { expiresAt: new Date(Date.now() - 1_000) }, 400],
    ['an end too far away', { expiresAt: new Date(Date.now() + 400 * DAY_MS) }, 400],
    ['an empty name', { name: ' ' }, 400],
    ['a member nobody knows', { id: 'mine' }, 400],
  ])('is not created with %s', async (_case, change, status) => {
    await expect(create(change)).rejects.toMatchObject({ status });
  });

  it.each([
    ['of another form', 'gk_short', 'api_key_malformed'],
    ['with more behind it', `gk_${'a'.repeat(43)}x`, 'api_key_malformed'],
    ['that does not exist', `gk_${'a'.repeat(43)}`, 'api_key_unknown'],
  ])('is refused when it is one %s', async (_case, key, reason) => {
    const error = await refusal(key);
    expect(error).toBeInstanceOf(InvalidTokenError);
    expect(error).toMatchObject({ status: 401, reason, publicDetail: 'The API key is not valid.' });
  });

  it('is bound to its networks, and does not tell', async () => {
    const { key } = await create({ networks: ['203.0.113.0/24', '2001:db8::/32'] });
    for (const address of [ADDRESS, '2001:db8::9', `::ffff:${ADDRESS}`]) {
      await expect(keys.verify(key, address)).resolves.toMatchObject({ kind: 'api-key' });
    }
    for (const address of ['203.0.114.7', '2001:db9::9', '']) {
      expect(await refusal(key, address)).toMatchObject({
        reason: 'api_key_network',
        publicDetail: 'The API key is not valid.',
      });
    }
  });

  it('ends when it says, remembered or not', async () => {
    const { key } = await create({ expiresAt: new Date(Date.now() + 60_000) });
    await keys.verify(key, ADDRESS);
    replica.clock.offsetMs = 61_000;
    try {
      expect((await refusal(key)).reason).toBe('api_key_expired');
    } finally {
      replica.clock.offsetMs = 0;
    }
  });

  it('is refused within a second of its revocation; revoking again changes nothing', async () => {
    const { key, apiKey } = await create();
    await keys.verify(key, ADDRESS);
    await administration.revoke(apiKey.id);
    await administration.revoke(apiKey.id);
    expect(
      await within(
        REACHES_REPLICAS_MS,
        async () => (await refusal(key).catch(() => undefined))?.reason === 'api_key_revoked',
      ),
    ).toBe(true);
  });

  it.each(['00000000-0000-4000-8000-000000000000', 'not-a-uuid', "' OR true --"])(
    'cannot be revoked as %j: there is none',
    async (id) => {
      await expect(administration.revoke(id)).rejects.toMatchObject({ status: 404 });
    },
  );

  it('stops with its client', async () => {
    const clients = replica.module.get(ClientAdministration);
    await clients.create({ clientId: 'leaving', clientName: 'Leaving' });
    const { key } = await create({ clientId: 'leaving', scopes: ['mcp.access'] });
    await keys.verify(key, ADDRESS);
    await clients.disable('leaving');
    expect(
      await within(
        REACHES_REPLICAS_MS,
        async () => (await refusal(key).catch(() => undefined))?.reason === 'client_inactive',
      ),
    ).toBe(true);
  });

  it('notes roughly when it was used', async () => {
    const { key, apiKey } = await create();
    expect(apiKey.lastUsedAt).toBeNull();
    await keys.verify(key, ADDRESS);
    const [row] = await rows<{ last_used_at: Date | null }>(
      'SELECT last_used_at FROM api_keys WHERE id = $1',
      [apiKey.id],
    );
    expect(row?.last_used_at).toBeInstanceOf(Date);
  });

  it('leaves a record of creation and revocation, without the key', async () => {
    const { key, apiKey } = await create({ name: 'recorded' });
    await administration.revoke(apiKey.id);
    const records = await rows<{ event_type: string }>(
      "SELECT * FROM audit_records WHERE target_type = 'api-key' AND target_id = $1 ORDER BY occurred_at, event_type",
      [apiKey.id],
    );
    expect(records.map(({ event_type: type }) => type)).toEqual(['api-key.created', 'api-key.revoked']);
    expect(JSON.stringify(records)).not.toContain(key.slice(3));
  });
});
