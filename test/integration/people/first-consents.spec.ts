import { AuditRecords } from '../../../src/audit/index.js';
import { Consents } from '../../../src/auth/consents/consents.js';
import { Transactions } from '../../../src/database/index.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { tokenSeedOf, type TokenSeed } from '../../support/token-seed.js';
import { startReplica, type Replica } from '../auth-guards/replica.js';

let database: TestDatabase;
let replica: Replica;
let seed: TokenSeed;

beforeAll(async () => {
  database = await createTestDatabase();
  replica = await startReplica(database);
  seed = tokenSeedOf(replica.module);
});
afterAll(async () => {
  await replica.close();
  await database.drop();
});

describe('first consents at the same time', () => {
  it('are all remembered and recorded', async () => {
    const [userId, { clientId }] = await Promise.all([seed.user(), seed.client()]);
    const audience = [configurationOf(database).server.publicUrl];
    const consents = replica.module.get(Consents);
    const scopes = ['mcp.access', 'openid', 'profile', 'email'];

    const grant = (scope: string) =>
      replica.module.get(Transactions).run(async (transaction) => {
        await consents.grant(transaction, { userId, clientId, scopes: [scope], audience });
        // Long enough for the others to have read what there was.
        await transaction.query('SELECT pg_sleep(0.1)');
      });
    await Promise.all(scopes.map(grant));

    const [connected] = await consents.connectedClients(userId);
    expect([...(connected?.scopes ?? [])].sort()).toEqual([...scopes].sort());
    expect(await consents.allowed({ userId, clientId, scopes, audience })).toEqual(scopes);
    const { records } = await replica.module
      .get(AuditRecords)
      .search({ eventType: 'consent.granted', target: `${userId} ${clientId}` }, { limit: 10 });
    const counts = records.map(({ details }) => (details?.['after'] as readonly string[]).length);
    expect(counts.sort()).toEqual([1, 2, 3, 4]);
  });
});
