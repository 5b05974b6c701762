import { jest } from '@jest/globals';
import * as argon2 from '@node-rs/argon2';
import type { LoginRefusedError as Refused } from '../../../src/auth/login/login-refused-error.js';
import type { PasswordLogin as Login } from '../../../src/auth/login/password-login.js';
import { REACHES_REPLICAS_MS } from '../../support/eventually.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';
import type { Replica } from '../auth-guards/replica.js';

/** Every computation of argon2id goes through here, counted, to the library itself. */
const computed = { hash: 0, verify: 0 };
/** What new digests wait for. */
let gate: Promise<void> | undefined;
jest.unstable_mockModule('@node-rs/argon2', () => ({
  hash: async (...args: Parameters<typeof argon2.hash>) => {
    computed.hash += 1;
    await gate;
    return argon2.hash(...args);
  },
  verify: (...args: Parameters<typeof argon2.verify>) => {
    computed.verify += 1;
    return argon2.verify(...args);
  },
}));

const { startReplica } = await import('../auth-guards/replica.js');
const { createPerson, dump, PASSWORD, recordsOf } = await import('./people.js');
const { PasswordLogin } = await import('../../../src/auth/login/password-login.js');
const { PasswordHasher } = await import('../../../src/auth/passwords/password-hasher.js');
const { LoginRefusedError } = await import('../../../src/auth/login/login-refused-error.js');
const { UserAdministration } = await import('../../../src/auth/index.js');
const { Transactions } = await import('../../../src/database/index.js');

const LIMIT = 3;
const WIDE_LIMIT = 10 * LIMIT;
const DELAY = 60;
const LONGEST_DELAY = 900;
const settings = { FAILED_SECRETS: String(LIMIT), LOCKOUT_SECONDS: String(DELAY) };
const WRONG = 'not the password at all';

let nextAddress = 0;
/** An address that nobody has used yet. */
function freshAddress(): string {
  nextAddress += 1;
  return `10.${nextAddress >> 16}.${(nextAddress >> 8) & 255}.${nextAddress & 255}`;
}

async function refusal(attempt: Promise<unknown>): Promise<Refused> {
  const error = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof LoginRefusedError) return error;
  throw new Error(`not refused but ${String(error)}`);
}

describe('PasswordLogin', () => {
  let database: TestDatabase;
  let replica: Replica;
  let login: Login;

  beforeAll(async () => {
    database = await createTestDatabase(settings);
    replica = await startReplica(database);
    login = replica.module.get(PasswordLogin);
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });
  afterEach(() => {
    replica.clock.offsetMs = 0;
  });

  const attempt = (username: string, password: string, address: string) =>
    login.authenticate({ username, password, address });
  const guess = async (times: number, username: string, address: string) => {
    for (let index = 0; index < times; index += 1) await refusal(attempt(username, WRONG, address));
  };

  it('logs a person in whatever the case of the name and however the password is composed', async () => {
    const password = '오늘도 전차가 늦게 왔다';
    const user = await createPerson(replica, { username: 'Kim.Cheolsu', password });
    for (const username of ['Kim.Cheolsu', 'kim.cheolsu', 'ＫＩＭ.cheolsu'])
      expect((await attempt(username, password.normalize('NFD'), freshAddress())).id).toBe(user.id);
    const [record] = await recordsOf(replica, 'user.authenticated', user.id);
    expect(record).toMatchObject({ outcome: 'success', actorKind: 'user', actorSubject: user.id });
  });

  it('computes argon2id once for a login', async () => {
    const { username } = await createPerson(replica);
    Object.assign(computed, { hash: 0, verify: 0 });
    await attempt(username, PASSWORD, freshAddress());
    expect(computed).toEqual({ hash: 0, verify: 1 });
  });

  it('answers the same, after the same work, whether nobody, somebody disabled or somebody else is asked for', async () => {
    const known = await createPerson(replica);
    const disabled = await createPerson(replica);
    const external = await createPerson(replica, { password: undefined });
    await replica.module.get(UserAdministration).disable(disabled.id);
    await refusal(attempt('warm-up', WRONG, freshAddress()));
    const cases = [
      ['nobody@people.example', PASSWORD],
      [known.username, WRONG],
      [disabled.username, PASSWORD],
      [external.username, PASSWORD],
      [known.username, ''],
      ['', ''],
      ['x'.repeat(5_000), 'x'.repeat(5_000)],
    ] as const;
    const answers = [];
    for (const [username, password] of cases) {
      Object.assign(computed, { hash: 0, verify: 0 });
      const { status, publicDetail, headers, code, title, extensions } = await refusal(
        attempt(username, password, freshAddress()),
      );
      answers.push({ status, publicDetail, headers, code, title, extensions, ...computed });
    }
    expect(answers[0]).toMatchObject({ status: 401, hash: 0, verify: 1 });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('records why it refused, with the person but without what was typed', async () => {
    const user = await createPerson(replica);
    await guess(1, user.username, freshAddress());
    const [record] = await recordsOf(replica, 'user.denied', user.id);
    expect(record).toMatchObject({ outcome: 'denied', reason: 'wrong_password' });
    const trail = await dump(replica, ['audit_records']);
    for (const secret of [user.username, WRONG, PASSWORD]) expect(trail).not.toContain(secret);
  });

  it('stops listening after so many wrong passwords, to the right one as well, and says for how long', async () => {
    const { id, username } = await createPerson(replica);
    const address = freshAddress();
    await guess(LIMIT, username, address);
    computed.verify = 0;
    const waiting = await refusal(attempt(username, PASSWORD, address));
    expect(waiting.status).toBe(429);
    expect(waiting.retryAfterSeconds).toBeGreaterThan(DELAY - 30);
    expect(waiting.retryAfterSeconds).toBeLessThanOrEqual(DELAY);
    expect(waiting.headers['Retry-After']).toBe(String(waiting.retryAfterSeconds));
    expect(computed.verify).toBe(0);
    const [lock, ...more] = await recordsOf(replica, 'user.locked', id);
    expect(lock).toMatchObject({ outcome: 'denied', reason: 'too_many_failed_passwords' });
    expect(more).toEqual([]);
  });

  it('treats names that nobody has alike', async () => {
    const address = freshAddress();
    await guess(LIMIT, 'no-such-person', address);
    expect((await refusal(attempt('no-such-person', WRONG, address))).retryAfterSeconds).toBeGreaterThan(0);
  });

  it('lets the person in from elsewhere, and another person in from there', async () => {
    const [victim, other] = [await createPerson(replica), await createPerson(replica)];
    await guess(LIMIT, victim.username, '2001:db8:1:2::1');
    expect((await refusal(attempt(victim.username, PASSWORD, '2001:db8:1:2:ffff::1'))).status).toBe(429);
    await attempt(victim.username, PASSWORD, '2001:db8:1:3::1');
    await attempt(other.username, PASSWORD, '2001:db8:1:2::1');
  });

  it('doubles the wait with every further guess, up to fifteen minutes, and never for ever', async () => {
    const { username } = await createPerson(replica);
    const address = freshAddress();
    await guess(LIMIT, username, address);
    const waits: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const wait = (await refusal(attempt(username, WRONG, address))).retryAfterSeconds ?? 0;
      waits.push(wait);
      replica.clock.offsetMs += wait * 1_000;
      expect((await refusal(attempt(username, WRONG, address))).retryAfterSeconds).toBeUndefined();
    }
    const expected = [0, 1, 2, 3, 4, 5].map((doubled) => Math.min(DELAY * 2 ** doubled, LONGEST_DELAY));
    for (const [round, wait] of waits.entries()) expect(expected[round]! - wait).toBeLessThan(DELAY / 2);
    expect(Math.max(...waits)).toBeLessThanOrEqual(LONGEST_DELAY);
    replica.clock.offsetMs += LONGEST_DELAY * 1_000;
    await attempt(username, PASSWORD, address);
  });

  it('starts anew after a right password', async () => {
    const { username } = await createPerson(replica);
    const address = freshAddress();
    for (let round = 0; round < 3; round += 1) {
      await guess(LIMIT - 1, username, address);
      await attempt(username, PASSWORD, address);
    }
  });

  it('looks at no more guesses when they come all at once', async () => {
    const { username } = await createPerson(replica);
    const address = freshAddress();
    computed.verify = 0;
    const guesses = Array.from({ length: 30 }, () => refusal(attempt(username, WRONG, address)));
    const throttled = (await Promise.all(guesses)).filter(({ retryAfterSeconds }) => retryAfterSeconds);
    expect(computed.verify).toBe(LIMIT);
    expect(throttled).toHaveLength(30 - LIMIT);
  });

  it('slows guesses from many addresses down, but not where the person has logged in before', async () => {
    const { id, username } = await createPerson(replica);
    const home = freshAddress();
    await attempt(username, PASSWORD, home);
    for (let index = 0; index < WIDE_LIMIT; index += 1) await guess(1, username, freshAddress());
    expect((await refusal(attempt(username, WRONG, freshAddress()))).retryAfterSeconds).toBeGreaterThan(0);
    await attempt(username, PASSWORD, home);
    await guess(1, username, home);
    await attempt(username, PASSWORD, home);
    const [lock] = await recordsOf(replica, 'user.locked', id);
    expect(lock?.reason).toBe('too_many_failed_passwords_everywhere');
    replica.clock.offsetMs = DELAY * 1_000;
    await attempt(username, PASSWORD, freshAddress());
  });

  it('slows one address that tries many people down, but not people known there', async () => {
    const [known, stranger] = [await createPerson(replica), await createPerson(replica)];
    const office = freshAddress();
    await attempt(known.username, PASSWORD, office);
    for (let index = 0; index < WIDE_LIMIT; index += 1) await guess(1, `sprayed${index}`, office);
    expect((await refusal(attempt(stranger.username, PASSWORD, office))).retryAfterSeconds).toBeGreaterThan(
      0,
    );
    await attempt(known.username, PASSWORD, office);
    await attempt(stranger.username, PASSWORD, freshAddress());
  });

  it('does not count attempts that a flood kept from being looked at', async () => {
    const { username } = await createPerson(replica);
    const address = freshAddress();
    const hasher = replica.module.get(PasswordHasher);
    let open = () => {};
    gate = new Promise<void>((done) => (open = done));
    const flood = Array.from({ length: 100 }, () => hasher.hash(PASSWORD).catch(() => 'turned away'));
    for (let round = 0; round < LIMIT + 1; round += 1)
      await expect(attempt(username, PASSWORD, address)).rejects.toMatchObject({
        status: 429,
        code: 'too-many-requests',
      });
    gate = undefined;
    open();
    expect((await Promise.all(flood)).filter((digest) => digest === 'turned away')).not.toHaveLength(0);
    await attempt(username, PASSWORD, address);
  });

  it('stores the password under the parameters of today when its person logs in', async () => {
    const { id, username } = await createPerson(replica);
    const old = await argon2.hash(PASSWORD, { memoryCost: 4_096, timeCost: 1, parallelism: 1 });
    const transactions = replica.module.get(Transactions);
    const digest = async () => {
      const [row] = await transactions.run((transaction) =>
        transaction.query<{ d: string }[]>('SELECT password_digest AS d FROM users WHERE id = $1', [id]),
      );
      return row?.d ?? '';
    };
    await transactions.run((transaction) =>
      transaction.query('UPDATE users SET password_digest = $2 WHERE id = $1', [id, old]),
    );
    await guess(1, username, freshAddress());
    expect(await digest()).toBe(old);
    const user = await attempt(username, PASSWORD, freshAddress());
    expect(await digest()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(user.passwordDigest).toBe(await digest());
    await attempt(username, PASSWORD, freshAddress());
  });

  it('keeps neither names nor addresses of those who tried', async () => {
    const { username } = await createPerson(replica);
    await guess(1, username, '203.0.113.77');
    await attempt(username, PASSWORD, '203.0.113.77');
    await guess(1, username, '203.0.113.77');
    const tables = await dump(replica, ['login_failures', 'login_addresses']);
    expect(tables.length).toBeGreaterThan(100);
    for (const clear of [username, '203.0.113', WRONG, PASSWORD]) expect(tables).not.toContain(clear);
  });
});

describeOnServer('PasswordLogin on two replicas', () => {
  it(
    'counts together, at once and in parallel',
    async () => {
      const database = await createTestDatabase(settings, 'server');
      const replicas = [await startReplica(database), await startReplica(database)] as const;
      try {
        const { username } = await createPerson(replicas[0]);
        const logins = replicas.map(({ module }) => module.get(PasswordLogin));
        const attempt = (index: number, password: string, address: string) =>
          logins[index % 2]!.authenticate({ username, password, address });

        for (let index = 0; index < LIMIT; index += 1) await refusal(attempt(index, WRONG, '192.0.2.1'));
        for (const index of [0, 1])
          expect((await refusal(attempt(index, PASSWORD, '192.0.2.1'))).retryAfterSeconds).toBeGreaterThan(0);
        await attempt(1, PASSWORD, '192.0.2.2');

        computed.verify = 0;
        await Promise.all(
          Array.from({ length: 20 }, (_, index) => refusal(attempt(index, WRONG, '192.0.2.3'))),
        );
        expect(computed.verify).toBe(LIMIT);
      } finally {
        for (const replica of replicas) await replica.close();
        await database.drop();
      }
    },
    60_000 + REACHES_REPLICAS_MS,
  );
});
