import { AssertionIds } from '../../../src/auth/token/client-authentication/assertion-ids.repository.js';
import { Transactions } from '../../../src/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { startReplica, type Replica } from '../auth-guards/replica.js';

describe('ids of client assertions', () => {
  let database: TestDatabase;
  let replica: Replica;
  let ids: AssertionIds;

  beforeAll(async () => {
    database = await createTestDatabase();
    replica = await startReplica(database);
    ids = replica.module.get(AssertionIds);
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  /** Seconds since the epoch; by the database's clock it has ended so long ago. */
  const endedAgo = (seconds: number) => Date.now() / 1_000 - seconds;
  const count = async () => {
    const [row] = await replica.module
      .get(Transactions)
      .run((transaction) =>
        transaction.query<{ count: number }[]>('SELECT count(*)::integer AS count FROM client_assertion_ids'),
      );
    return row?.count;
  };

  it('are remembered while a replica whose clock is behind still takes the assertion', async () => {
    expect(await ids.use('client', { jti: 'late', exp: endedAgo(240) })).toBe(true);
    expect(await ids.use('client', { jti: 'late', exp: endedAgo(240) })).toBe(false);
  });

  it('are forgotten after that', async () => {
    await ids.use('client', { jti: 'old', exp: endedAgo(400) });
    const before = (await count()) ?? 0;
    await ids.use('client', { jti: 'new', exp: endedAgo(0) });
    expect(await count()).toBe(before);
  });
});
