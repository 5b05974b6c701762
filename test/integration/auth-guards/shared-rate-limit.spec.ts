import { randomBytes } from 'node:crypto';
import { RateLimiter } from '../../../src/auth/index.js';
import { Transactions } from '../../../src/database/index.js';
import { LIVENESS_MS, within } from '../../support/eventually.js';
import { createTestDatabase, describeOnServer } from '../../support/test-database.js';
import { startReplica, type Replica } from './replica.js';

const LIMIT = 100;
const redis = process.env['TEST_REDIS_URL'];

const MINUTE_MS = 60_000;
/** Longer than the time between two exchanges. */
const FIRST_PAUSE_MS = 250;

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

/** Moves the clocks to one moment of a minute, early enough for no count to age while a test runs. */
function toQuarterMinute(replicas: Replica[]): number {
  const offsetMs = MINUTE_MS / 4 - (Date.now() % MINUTE_MS);
  for (const { clock } of replicas) clock.offsetMs = offsetMs;
  return Math.floor((Date.now() + offsetMs) / MINUTE_MS);
}

async function expectShared(replicas: Replica[]): Promise<void> {
  const [first, second] = replicas.map(({ module }) => module.get(RateLimiter));
  if (first === undefined || second === undefined) throw new Error('no replicas');
  const minute = toQuarterMinute(replicas);
  const key = randomBytes(8).toString('hex');
  for (let index = 0; index < LIMIT - 10; index += 1) first.consume('test', key, LIMIT);
  // It hears of them with an exchange of its own, which takes a request of its own; and with each later than the one
  // before, because an exchange that comes before the first replica's has nothing to tell.
  let admitted = 0;
  let nextRequestAt = 0;
  const heard = (): boolean => {
    if (second.table.read(`test ${key}`, minute).current >= LIMIT - 10) return true;
    if (admitted < 5 && Date.now() >= nextRequestAt && second.consume('test', key, LIMIT).allowed) {
      nextRequestAt = Date.now() + FIRST_PAUSE_MS * 4 ** admitted;
      admitted += 1;
    }
    return false;
  };
  expect(await within(LIVENESS_MS, heard)).toBe(true);
  admitted += admittedAtOnce(second, key);
  // What it asked for while it was not counted here yet may come on top.
  expect(admitted).toBeGreaterThanOrEqual(10);
  expect(admitted).toBeLessThanOrEqual(15);
}

describeOnServer('Rate limits on two replicas, by Postgres', () => {
  it('are one limit once counts were exchanged', () => onTwoReplicas({}, expectShared));

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
      expect(await within(LIVENESS_MS, isShared)).toBe(true);
    }));
});

const describeOnRedis = redis === undefined ? describe.skip : describeOnServer;
describeOnRedis('Rate limits on two replicas, by Redis (TEST_REDIS_URL)', () => {
  it('are one limit once counts were exchanged', () =>
    onTwoReplicas({ REDIS_URL: redis ?? '' }, expectShared));

  it('go on locally when Redis cannot be reached', () =>
    onTwoReplicas({ REDIS_URL: 'redis://127.0.0.1:1' }, async ([first]) => {
      if (first === undefined) throw new Error('no replica');
      expect(admittedAtOnce(first.module.get(RateLimiter), 'alone')).toBe(LIMIT);
    }));
});
