import { SecretLockout } from '../../../src/auth/index.js';
import { TooManyRequestsError } from '../../../src/common/problem-error.js';
import { Transactions } from '../../../src/database/index.js';
import { REACHES_REPLICAS_MS, within } from '../../support/eventually.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';
import { startReplica, type Replica } from './replica.js';

const LIMIT = 3;
const ADDRESS = '203.0.113.7';

const settings = { FAILED_SECRETS: String(LIMIT), LOCKOUT_SECONDS: '60' };

function isLocked(lockout: SecretLockout, clientId: string, address = ADDRESS): boolean {
  try {
    lockout.check(clientId, address);
    return false;
  } catch (error) {
    if (error instanceof TooManyRequestsError) return true;
    throw error;
  }
}

async function fail(
  lockout: SecretLockout,
  times: number,
  clientId: string,
  address = ADDRESS,
): Promise<void> {
  for (let index = 0; index < times; index += 1) await lockout.recordFailure(clientId, address);
}

describe('SecretLockout', () => {
  let database: TestDatabase;
  let replica: Replica;
  let lockout: SecretLockout;

  beforeAll(async () => {
    database = await createTestDatabase(settings);
    replica = await startReplica(database);
    lockout = replica.module.get(SecretLockout);
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  it('locks at the limit, with a time to wait', async () => {
    await fail(lockout, LIMIT - 1, 'a');
    expect(isLocked(lockout, 'a')).toBe(false);
    await fail(lockout, 1, 'a');
    expect(() => lockout.check('a', ADDRESS)).toThrow(TooManyRequestsError);
    try {
      lockout.check('a', ADDRESS);
    } catch (error) {
      const retryAfter = Number((error as TooManyRequestsError).headers['Retry-After']);
      expect(retryAfter).toBeGreaterThan(50);
      expect(retryAfter).toBeLessThanOrEqual(61);
    }
  });

  it('locks out nobody else: neither the client elsewhere nor another client here', async () => {
    await fail(lockout, LIMIT, 'b', '2001:db8:1:2::1');
    expect(isLocked(lockout, 'b', '2001:db8:1:2::ffff')).toBe(true);
    expect(isLocked(lockout, 'b', '2001:db8:1:3::1')).toBe(false);
    expect(isLocked(lockout, 'b')).toBe(false);
    expect(isLocked(lockout, 'c', '2001:db8:1:2::1')).toBe(false);
  });

  it('counts parallel failures, each of them', async () => {
    await Promise.all(Array.from({ length: LIMIT }, () => lockout.recordFailure('parallel', ADDRESS)));
    expect(isLocked(lockout, 'parallel')).toBe(true);
  });

  it('starts anew after a right secret', async () => {
    await fail(lockout, LIMIT - 1, 'd');
    await lockout.recordSuccess('d', ADDRESS);
    await fail(lockout, LIMIT - 1, 'd');
    expect(isLocked(lockout, 'd')).toBe(false);
  });

  it('ends by itself', async () => {
    await fail(lockout, LIMIT, 'e');
    expect(isLocked(lockout, 'e')).toBe(true);
    replica.clock.offsetMs = 62_000;
    const isStillLocked = isLocked(lockout, 'e');
    replica.clock.offsetMs = 0;
    expect(isStillLocked).toBe(false);
  });

  it('leaves one record for each lockout', async () => {
    await fail(lockout, LIMIT + 2, 'recorded');
    const records = await replica.module
      .get(Transactions)
      .run((transaction) =>
        transaction.query<object[]>(
          "SELECT 1 FROM audit_records WHERE event_type = 'client.locked' AND target_id = 'recorded'",
        ),
      );
    expect(records).toHaveLength(1);
  });
});

describeOnServer('SecretLockout on two replicas', () => {
  it('counts together, and locks on both within a second', async () => {
    const database = await createTestDatabase(settings, 'server');
    const replicas = [await startReplica(database), await startReplica(database)];
    try {
      const [first, second] = replicas.map(({ module }) => module.get(SecretLockout));
      if (first === undefined || second === undefined) throw new Error('no replicas');
      await fail(first, 2, 'shared');
      await fail(second, 1, 'shared');
      expect(isLocked(second, 'shared')).toBe(true);
      expect(await within(REACHES_REPLICAS_MS, () => isLocked(first, 'shared'))).toBe(true);
    } finally {
      for (const replica of replicas) await replica.close();
      await database.drop();
    }
  });
});
