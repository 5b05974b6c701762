import 'reflect-metadata';
import { Test, type TestingModule } from '@nestjs/testing';
import { CommonModule } from '../../../src/common/common.module.js';
import { Configuration, ConfigModule } from '../../../src/config/index.js';
import { FEED_POLL_MS, FEED_STALE_MS } from '../../../src/database/change-feed.js';
import { ChangeCache, ChangeFeed, DatabaseModule, Transactions } from '../../../src/database/index.js';
import { LIVENESS_MS, REACHES_REPLICAS_MS, within } from '../../support/eventually.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';

async function replicaOn(database: TestDatabase): Promise<TestingModule> {
  const module = await Test.createTestingModule({
    imports: [CommonModule, ConfigModule, DatabaseModule.register()],
  })
    .overrideProvider(Configuration)
    .useValue(configurationOf(database))
    .compile();
  return module.init();
}

describe('the promise that a change reaches every replica within a second', () => {
  it('is kept by its settings: several reads fit in, and what has not been read for a second is not trusted', () => {
    expect(FEED_STALE_MS).toBe(1_000);
    expect(FEED_POLL_MS * 4).toBeLessThanOrEqual(FEED_STALE_MS);
  });
});

describe('ChangeFeed', () => {
  let database: TestDatabase;
  let replica: TestingModule;

  beforeAll(async () => {
    database = await createTestDatabase();
    replica = await replicaOn(database);
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  it('tells what was committed, and nothing of what was rolled back', async () => {
    const feed = replica.get(ChangeFeed);
    const transactions = replica.get(Transactions);
    let changes = 0;
    feed.onChange('clients', () => (changes += 1));
    await expect(
      transactions.run(async (transaction) => {
        await feed.announce(transaction, 'clients');
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await within(600, () => changes > 0)).toBe(false);
    await transactions.run((transaction) => feed.announce(transaction, 'clients'));
    expect(await within(REACHES_REPLICAS_MS, () => changes > 0)).toBe(true);
    expect(feed.isCurrent()).toBe(true);
  });

  it('keeps a cached row until its topic changes, and no value loaded before the change', async () => {
    const feed = replica.get(ChangeFeed);
    const transactions = replica.get(Transactions);
    let loads = 0;
    let release: () => void = () => undefined;
    const cache = new ChangeCache<string, number>(feed, ['api-keys'], () => Promise.resolve((loads += 1)));
    expect([await cache.get('a'), await cache.get('a')]).toEqual([1, 1]);

    const slow = new ChangeCache<string, string>(feed, ['api-keys'], () =>
      new Promise<void>((resolve) => (release = resolve)).then(() => 'before the change'),
    );
    const loading = slow.get('a');
    await transactions.run((transaction) => feed.announce(transaction, 'api-keys'));
    expect(await within(REACHES_REPLICAS_MS, () => cache.peek('a') === undefined)).toBe(true);
    release();
    expect(await loading).toBe('before the change');
    expect(slow.peek('a')).toBeUndefined();
    expect(await cache.get('a')).toBe(2);
  });
});

describeOnServer('ChangeFeed between replicas (PostgreSQL)', () => {
  it('leaves no connection behind when it stops while it is told of a change', async () => {
    const database = await createTestDatabase({}, 'server');
    const one = await replicaOn(database);
    const transactions = one.get(Transactions);
    const connections = () =>
      transactions.run((transaction) =>
        transaction.query<object[]>(
          `SELECT 1 FROM pg_stat_activity
           WHERE datname = current_database() AND application_name LIKE '%change feed'`,
        ),
      );
    try {
      for (let turn = 0; turn < 10; turn += 1) {
        const other = await replicaOn(database);
        await transactions.run((transaction) => one.get(ChangeFeed).announce(transaction, 'clients'));
        await other.close();
      }
      expect(await within(LIVENESS_MS, async () => (await connections()).length === 1)).toBe(true);
    } finally {
      await one.close();
      await database.drop();
    }
  });

  it('reaches the other replica', async () => {
    const database = await createTestDatabase({}, 'server');
    const [one, other] = await Promise.all([replicaOn(database), replicaOn(database)]);
    try {
      let seen = 0;
      other.get(ChangeFeed).onChange('revocations', () => (seen += 1));
      await one
        .get(Transactions)
        .run((transaction) => one.get(ChangeFeed).announce(transaction, 'revocations'));
      expect(await within(REACHES_REPLICAS_MS, () => seen > 0)).toBe(true);
    } finally {
      await one.close();
      await other.close();
      await database.drop();
    }
  });
});
