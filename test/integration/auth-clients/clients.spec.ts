import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import {
  ADMINISTRATOR_CREDENTIALS_FILE,
  ClientAdministration,
  Clients,
  type NewClientInput,
} from '../../../src/auth/index.js';
import { digestToken } from '../../../src/security/index.js';
import { REACHES_REPLICAS_MS, within } from '../../support/eventually.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';
import { startReplica, type Replica } from '../auth-guards/replica.js';

describe('clients', () => {
  let database: TestDatabase;
  let replica: Replica;
  let administration: ClientAdministration;
  let clients: Clients;

  beforeAll(async () => {
    database = await createTestDatabase();
    replica = await startReplica(database);
    administration = replica.module.get(ClientAdministration);
    clients = replica.module.get(Clients);
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  const records = (target: string) =>
    replica.module
      .get(DataSource)
      .query<{ event_type: string; outcome: string }[]>(
        `SELECT event_type, outcome FROM audit_records WHERE target_type = 'client' AND target_id = $1 ORDER BY occurred_at`,
        [target],
      );
  const create = (change: Partial<NewClientInput> & { clientId: string }) =>
    administration.create({ clientName: 'Test', ...change });

  it('are on a first start the development client and the administrator', async () => {
    const found = await administration.list();
    expect(found.map(({ clientId }) => clientId)).toEqual(['gatehouse-admin', 'mcp-client']);
    expect(await clients.find('mcp-client')).toMatchObject({
      secretDigest: digestToken('secret'),
      grantTypes: ['client_credentials'],
      scopes: ['mcp.access', 'read', 'write', 'audit.read', 'User.Read', 'User.Write'],
      defaultScopes: ['mcp.access'],
      tokenSigningAlgorithm: 'RS256',
    });
  });

  it('have audiences below the public URL, whatever it is', async () => {
    const { publicUrl } = configurationOf(database).server;
    const { audiences } = (await clients.find('mcp-client')) ?? {};
    expect(audiences).toEqual([publicUrl, `${publicUrl}/mcp`, 'mcp-client']);
  });

  it('keep the administrator secret in a file that only the owner reads', async () => {
    const file = join(configurationOf(database).dataDir, ADMINISTRATOR_CREDENTIALS_FILE);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { client_secret: secret } = JSON.parse(readFileSync(file, 'utf8')) as { client_secret: string };
    expect((await clients.find('gatehouse-admin'))?.secretDigest).toBe(digestToken(secret));
  });

  it('are stored without their secret', async () => {
    const { clientSecret = '' } = await create({ clientId: 'stored' });
    expect(Buffer.from(clientSecret, 'base64url')).toHaveLength(32);
    const rows = await replica.module.get(DataSource).query('SELECT * FROM clients, audit_records');
    expect(JSON.stringify(rows)).not.toContain(clientSecret);
  });

  it('are created, disabled, enabled and given a new secret, each with its record', async () => {
    const { clientSecret } = await create({ clientId: 'changing', scopes: ['read'] });
    await administration.disable('changing');
    await administration.enable('changing');
    const rotated = await administration.rotateSecret('changing');
    expect(rotated.clientSecret).not.toBe(clientSecret);
    expect(await records('changing')).toEqual(
      ['client.created', 'client.disabled', 'client.enabled', 'client.rotated'].map((event_type) => ({
        event_type,
        outcome: 'success',
      })),
    );
  });

  it('are seen again, after a change, within a second', async () => {
    await create({ clientId: 'cached' });
    expect((await clients.find('cached'))?.status).toBe('active');
    await administration.disable('cached');
    const disabled = async () => (await clients.find('cached'))?.status === 'disabled';
    expect(await within(REACHES_REPLICAS_MS, disabled)).toBe(true);
  });

  it('become known although they were looked up in vain before', async () => {
    expect(await clients.find('later')).toBeUndefined();
    await create({ clientId: 'later' });
    const known = async () => (await clients.find('later')) !== undefined;
    expect(await within(REACHES_REPLICAS_MS, known)).toBe(true);
  });

  it.each(['', ' ', 'a b', 'x'.repeat(129), 'nul\0byte', '비밀'])('do not include %j', async (clientId) => {
    expect(await clients.find(clientId)).toBeUndefined();
  });

  it.each<[string, Partial<NewClientInput>]>([
    ['a client id with a space', { clientId: 'a b' }],
    ['a scope that is no scope-token', { scopes: ['re"ad'] }],
    ['neither scope nor role', { scopes: [], roles: [] }],
    ['no audience', { audiences: [] }],
  ])('are refused with %s', async (_what, change) => {
    await expect(create({ clientId: 'refused', ...change })).rejects.toMatchObject({ status: 400 });
    expect(await records('refused')).toEqual([]);
  });

  it('exist once', async () => {
    await expect(create({ clientId: 'mcp-client' })).rejects.toMatchObject({ status: 409 });
  });

  it.each(['disable', 'enable', 'rotateSecret'] as const)(
    'cannot be changed by %s when unknown',
    async (change) => {
      await expect(administration[change]('nobody')).rejects.toMatchObject({ status: 404 });
      expect(await records('nobody')).toEqual([]);
    },
  );
});

describeOnServer('clients of several replicas', () => {
  it('are made once when all start together on an empty database', async () => {
    const database = await createTestDatabase({}, 'server');
    const replicas = await Promise.all([1, 2, 3].map(() => startReplica(database)));
    try {
      const [first] = replicas;
      const rows = await first?.module
        .get(DataSource)
        .query<{ count: string }[]>(`SELECT count(*) FROM audit_records WHERE event_type = 'client.created'`);
      expect(rows).toEqual([{ count: '2' }]);
      const file = join(configurationOf(database).dataDir, ADMINISTRATOR_CREDENTIALS_FILE);
      const { client_secret: secret } = JSON.parse(readFileSync(file, 'utf8')) as { client_secret: string };
      for (const replica of replicas) {
        const client = await replica.module.get(Clients).find('gatehouse-admin');
        expect(client?.secretDigest).toBe(digestToken(secret));
      }
    } finally {
      await Promise.all(replicas.map((replica) => replica.close()));
      await database.drop();
    }
  });

  it('are not made again when the database has some', async () => {
    const database = await createTestDatabase({}, 'server');
    const first = await startReplica(database);
    const credentials = join(configurationOf(database).dataDir, ADMINISTRATOR_CREDENTIALS_FILE);
    rmSync(credentials);
    const second = await startReplica(database);
    try {
      expect(() => statSync(credentials)).toThrow('ENOENT');
      expect(await second.module.get(ClientAdministration).list()).toHaveLength(2);
    } finally {
      await Promise.all([first.close(), second.close()]);
      await database.drop();
    }
  });
});
