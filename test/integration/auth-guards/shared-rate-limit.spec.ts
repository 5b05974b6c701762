import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { RateLimiter } from '../../../src/auth/index.js';
import { Transactions } from '../../../src/database/index.js';
import { createTestDatabase, describeOnServer } from '../../support/test-database.js';
import { startReplica, within, type Replica } from './replica.js';

const LIMIT = 100;
const redis = process.env['TEST_REDIS_URL'];

/** Asks slowly enough for the replicas to hear of each other meanwhile. */
async function admittedSlowly(limiter: RateLimiter, key: string): Promise<number> {
  let admitted = 0;
  for (; limiter.consume('test', key, LIMIT).allowed; admitted += 1) await delay(5);
  return admitted;
}

function admittedAtOnce(limiter: RateLimiter, key: string): number {
  let admitted = 0;
  while (limiter.consume('test', key, LIMIT).allowed) admitted += 1;
  return admitted;
}

async function onTwoReplicas(
  variables: Record<string, string>,
  work: (replicas: Replica[]) => Promise<void>,
) {
  const database = await createTestDatabase(variables, 'server');
  const replicas = [await startReplica(database), await startReplica(database)];
  try {
    await work(replicas);
  } finally {
    for (const replica of replicas) await replica.close();
    await database.drop();
  }
}

async function expectShared(replicas: Replica[]): Promise<void> {
  const [first, second] = replicas.map(({ module }) => module.get(RateLimiter));
  if (first === undefined || second === undefined) throw new Error('no replicas');
  const key = randomBytes(8).toString('hex');
  for (let index = 0; index < LIMIT - 10; index += 1) first.consume('test', key, LIMIT);
  await delay(400);
  // Ten are left; what the second admits beyond them is what fits between two exchanges of counts.
  const admitted = await admittedSlowly(second, key);
  expect(admitted).toBeGreaterThanOrEqual(10);
  expect(admitted).toBeLessThan(60);
}

describeOnServer('Rate limits on two replicas, by Postgres', () => {
  it('are one limit, up to what fits between two exchanges', () => onTwoReplicas({}, expectShared));

  it('go on locally while the table is away, and are shared again afterwards', () =>
    onTwoReplicas({}, async (replicas) => {
      const [first] = replicas;
      if (first === undefined) throw new Error('no replica');
      const transactions = first.module.get(Transactions);
      await transactions.run((transaction) =>
        transaction.query('ALTER TABLE rate_limit_counters RENAME TO away'),
      );
      const limiter = first.module.get(RateLimiter);
      expect(admittedAtOnce(limiter, 'alone')).toBe(LIMIT);
      await transactions.run((transaction) =>
        transaction.query('ALTER TABLE away RENAME TO rate_limit_counters'),
      );
      const isShared = () =>
        transactions.run(async (transaction) => {
          const rows = await transaction.query<object[]>(
            "SELECT 1 FROM rate_limit_counters WHERE counter = 'test alone'",
          );
          return rows.length > 0;
        });
      expect(await within(5_000, isShared)).toBe(true);
    }));
});

const describeOnRedis = redis === undefined ? describe.skip : describeOnServer;
describeOnRedis('Rate limits on two replicas, by Redis (TEST_REDIS_URL)', () => {
  it('are one limit, up to what fits between two exchanges', () =>
    onTwoReplicas({ REDIS_URL: redis ?? '' }, expectShared));

  it('go on locally when Redis cannot be reached', () =>
    onTwoReplicas({ REDIS_URL: 'redis://127.0.0.1:1' }, async ([first]) => {
      if (first === undefined) throw new Error('no replica');
      expect(admittedAtOnce(first.module.get(RateLimiter), 'alone')).toBe(LIMIT);
    }));
});
