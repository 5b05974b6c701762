import { RoleAdministration, UserAdministration, type User } from '../../../src/auth/index.js';
import { LoginRefusedError } from '../../../src/auth/login/login-refused-error.js';
import { PasswordChange, UnchangedPasswordError } from '../../../src/auth/login/password-change.js';
import { PasswordLogin } from '../../../src/auth/login/password-login.js';
import { WeakPasswordError } from '../../../src/auth/passwords/password-policy.js';
import type { LoginSession } from '../../../src/auth/sessions/login-session.js';
import { LoginSessions } from '../../../src/auth/sessions/login-sessions.js';
import { TokenFamilies } from '../../../src/auth/token-families/token-families.repository.js';
import { Transactions } from '../../../src/database/index.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';
import { startReplica, type Replica } from '../auth-guards/replica.js';
import { createPerson, dump, PASSWORD, recordsOf } from './people.js';

const IDLE = 600;
const TTL = 3_600;
const settings = { LOGIN_SESSION_IDLE: String(IDLE), LOGIN_SESSION_TTL: String(TTL), FAILED_SECRETS: '3' };
const BROWSER = 'Browser of the test/1.0';
const ADDRESS = '203.0.113.9';
const OTHER_PASSWORD = 'the bus was early for once';

let database: TestDatabase;
let replica: Replica;
let sessions: LoginSessions;
let administration: UserAdministration;

beforeAll(async () => {
  database = await createTestDatabase(settings);
  replica = await startReplica(database);
  sessions = replica.module.get(LoginSessions);
  administration = replica.module.get(UserAdministration);
});
afterAll(async () => {
  await replica.close();
  await database.drop();
});
afterEach(() => {
  replica.clock.offsetMs = 0;
});

const start = (user: User, previous?: LoginSession) =>
  sessions.start({ user, methods: ['pwd'], address: ADDRESS, userAgent: BROWSER, previous });
const later = (seconds: number) => {
  replica.clock.offsetMs += seconds * 1_000;
};
const isAlive = async (cookie: string) => (await sessions.find(cookie)) !== undefined;
const endings = async ({ id }: LoginSession) =>
  (await recordsOf(replica, 'session.ended', id)).map(({ reason }) => reason);

describe('LoginSessions', () => {
  it('finds a session by its cookie, and nothing by anything else', async () => {
    const user = await createPerson(replica);
    const { session, cookie } = await start(user);
    expect(await sessions.find(cookie)).toEqual(session);
    expect(session).toMatchObject({
      userId: user.id,
      methods: ['pwd'],
      userAgent: BROWSER,
      address: ADDRESS,
    });
    expect(cookie).toMatch(/^[\w-]{43}$/);
    for (const other of [
      '',
      `${cookie}x`,
      cookie.slice(1),
      cookie.toLowerCase(),
      session.id,
      'x'.repeat(10_000),
    ])
      expect(await sessions.find(other)).toBeUndefined();
    const [record] = await recordsOf(replica, 'session.started', session.id);
    expect(record).toMatchObject({ outcome: 'success', actorKind: 'user', actorSubject: user.id });
  });

  it('gives a browser another cookie at every login, and the one before is worth nothing', async () => {
    const user = await createPerson(replica);
    const first = await start(user);
    const second = await start(user, first.session);
    expect(second.cookie).not.toBe(first.cookie);
    expect(second.session.id).not.toBe(first.session.id);
    expect([await isAlive(first.cookie), await isAlive(second.cookie)]).toEqual([false, true]);
    expect(await endings(first.session)).toEqual(['replaced_by_login']);
  });

  it('ends when it is not used, and lives on while it is', async () => {
    const user = await createPerson(replica);
    const { cookie } = await start(user);
    for (let use = 0; use < 3; use += 1) {
      later(IDLE - 1);
      expect(await isAlive(cookie)).toBe(true);
    }
    expect(await sessions.listOf(user.id)).toHaveLength(1);
    later(IDLE + 1);
    expect(await isAlive(cookie)).toBe(false);
    expect(await sessions.listOf(user.id)).toEqual([]);
  });

  it('ends after its lifetime however much it is used', async () => {
    const { cookie, session } = await start(await createPerson(replica));
    expect(session.expiresAt.getTime() - session.createdAt.getTime()).toBe(TTL * 1_000);
    for (let passed = 0; passed < TTL; passed += IDLE / 2) {
      expect(await isAlive(cookie)).toBe(true);
      later(IDLE / 2);
    }
    expect(await isAlive(cookie)).toBe(false);
  });

  it('lists a person’s own, last used first, and lets nobody end those of others', async () => {
    const [one, other] = [await createPerson(replica), await createPerson(replica)];
    const older = await start(one);
    later(120);
    const newer = await start(one);
    await start(other);
    expect((await sessions.listOf(one.id)).map(({ id }) => id)).toEqual([newer.session.id, older.session.id]);
    later(120);
    await sessions.find(older.cookie);
    expect((await sessions.listOf(one.id)).map(({ id }) => id)).toEqual([older.session.id, newer.session.id]);

    expect(await sessions.end(older.session.id, other.id)).toBe(false);
    expect(await isAlive(older.cookie)).toBe(true);
    expect(await sessions.end(older.session.id, one.id)).toBe(true);
    expect(await sessions.end(older.session.id, one.id)).toBe(false);
    expect([await isAlive(older.cookie), await isAlive(newer.cookie)]).toEqual([false, true]);
    expect(await endings(older.session)).toEqual(['ended_by_user']);
  });

  it('keeps no cookie, name, browser or address in clear', async () => {
    const user = await createPerson(replica, { email: 'mail@people.example', displayName: '김철수' });
    const { cookie } = await start(user);
    const tables = await dump(replica, ['users', 'login_sessions', 'audit_records']);
    expect(tables).toContain(user.id);
    for (const clear of [cookie, user.username, 'mail@people.example', '김철수', PASSWORD])
      expect(tables).not.toContain(clear);
    const rows = await dump(replica, ['login_sessions']);
    for (const clear of [ADDRESS, BROWSER]) expect(rows).not.toContain(clear);
  });

  it('forgets sessions whose lifetime is over', async () => {
    const user = await createPerson(replica);
    const { session } = await start(user);
    later(TTL + 1);
    await start(user);
    expect(await dump(replica, ['login_sessions'])).not.toContain(session.id);
  });
});

describe('UserAdministration', () => {
  it.each([
    ['a name that is taken, in another case', { username: 'TAKEN@people.example' }, 409, /already/],
    ['a name that looks the same', { username: 'ｔaken@people.example' }, 409, /already/],
    ['a role nobody made', { roles: ['king'] }, 400, /king/],
    ['a weak password', { password: 'short' }, 400, /12 characters/],
    ['an e-mail address that is none', { email: 'nobody' }, 400, /email/],
  ])('does not create a person of %s', async (_what, more, status, publicDetail) => {
    await createPerson(replica, { username: 'taken@people.example' }).catch(() => undefined);
    const created = administration.create({ username: 'new@people.example', password: PASSWORD, ...more });
    await expect(created).rejects.toMatchObject({
      status,
      publicDetail: expect.stringMatching(publicDetail) as string,
    });
    expect((await administration.list()).map(({ username }) => username)).not.toContain('new@people.example');
  });

  it('lets one of several creations of a name at the same time win', async () => {
    const create = () => administration.create({ username: 'raced@people.example', password: PASSWORD });
    const results = await Promise.allSettled(Array.from({ length: 5 }, create));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('says so when there is no such person', async () => {
    const nobody = crypto.randomUUID();
    const changes = [
      () => administration.disable(nobody),
      () => administration.enable(nobody),
      () => administration.setRoles(nobody, ['user']),
      () => administration.resetPassword(nobody, PASSWORD),
      () => administration.delete(nobody),
      () => administration.find('nobody@people.example'),
    ];
    for (const change of changes) await expect(change()).rejects.toMatchObject({ status: 404 });
  });

  it('records a change of state once', async () => {
    const { id } = await createPerson(replica);
    for (let time = 0; time < 2; time += 1) await administration.disable(id);
    for (let time = 0; time < 2; time += 1) await administration.enable(id);
    expect(await recordsOf(replica, 'user.disabled', id)).toHaveLength(1);
    expect(await recordsOf(replica, 'user.enabled', id)).toHaveLength(1);
  });

  it('ends all sessions, and erases a person with all that is known of them', async () => {
    const user = await createPerson(replica, { username: 'erased@people.example' });
    const [one, other] = [await start(user), await start(user)];
    expect(await administration.endSessions(user.id)).toBe(2);
    expect([await isAlive(one.cookie), await isAlive(other.cookie)]).toEqual([false, false]);
    const { cookie } = await start(user);
    await insertFamily(user);
    await administration.delete(user.id);
    expect(await isAlive(cookie)).toBe(false);
    const tables = await dump(replica, ['users', 'login_sessions', 'token_families']);
    expect(tables).not.toContain(user.id);
    await createPerson(replica, { username: 'erased@people.example' });
  });
});

describe('RoleAdministration', () => {
  it.each([
    ['a scope nobody made', 'guest', ['everything'], 400, /everything/],
    ['a role that holds every scope', 'admin', ['read'], 400, /every scope/],
    ['a role nobody made', 'king', ['read'], 404, /king/],
  ])('does not set the scopes of %s', async (_what, role, scopes, status, publicDetail) => {
    const roles = replica.module.get(RoleAdministration);
    const before = await roles.list();
    await expect(roles.setScopes(role, scopes)).rejects.toMatchObject({
      status,
      publicDetail: expect.stringMatching(publicDetail) as string,
    });
    expect(await roles.list()).toEqual(before);
  });

  it.each([
    ['a role there is', { name: 'guest', scopes: [] }, 409],
    ['a role with a space', { name: 'the king', scopes: [] }, 400],
    ['a role of a scope nobody made', { name: 'king', scopes: ['everything'] }, 400],
  ])('does not create %s', async (_what, role, status) => {
    await expect(replica.module.get(RoleAdministration).create(role)).rejects.toMatchObject({ status });
  });
});

describe('disabling a person', () => {
  it('ends their sessions, which enabling does not bring back, and what clients hold for them', async () => {
    const user = await createPerson(replica);
    const { cookie, session } = await start(user);
    const familyId = await insertFamily(user);
    await administration.disable(user.id);
    expect(await isAlive(cookie)).toBe(false);
    expect(await endings(session)).toEqual(['user_disabled']);
    await administration.enable(user.id);
    expect(await isAlive(cookie)).toBe(false);
    expect(await revocationOf(familyId)).toBe('revoked_by_administrator');
  });

  it('closes every session of theirs, one that nobody ended as well', async () => {
    const user = await createPerson(replica);
    const { cookie } = await start(user);
    await replica.module
      .get(Transactions)
      .run((transaction) =>
        transaction.query(`UPDATE users SET status = 'disabled' WHERE id = $1`, [user.id]),
      );
    expect(await isAlive(cookie)).toBe(false);
  });

  it('keeps a login that was under way from ending up in a session', async () => {
    const user = await createPerson(replica);
    const proved = await replica.module
      .get(PasswordLogin)
      .authenticate({ username: user.username, password: PASSWORD, address: ADDRESS });
    await administration.disable(user.id);
    await expect(start(proved)).rejects.toBeInstanceOf(LoginRefusedError);
    await administration.enable(user.id);
    await administration.resetPassword(user.id, OTHER_PASSWORD);
    await expect(start(proved)).rejects.toBeInstanceOf(LoginRefusedError);
    expect(await sessions.listOf(user.id)).toEqual([]);
  });
});

describe('PasswordChange', () => {
  const change = (user: User, session: LoginSession, currentPassword: string, newPassword: string) =>
    replica.module
      .get(PasswordChange)
      .change({ user, session, currentPassword, newPassword, address: ADDRESS });
  const login = (user: User, password: string, address = ADDRESS) =>
    replica.module.get(PasswordLogin).authenticate({ username: user.username, password, address });

  it('replaces the password, ends the other sessions, and keeps the one it was done in', async () => {
    const user = await createPerson(replica);
    await administration.resetPassword(user.id, PASSWORD);
    const { session, cookie } = await start(await login(user, PASSWORD));
    const elsewhere = await start(await login(user, PASSWORD));
    await change(user, session, PASSWORD, OTHER_PASSWORD);
    expect([await isAlive(cookie), await isAlive(elsewhere.cookie)]).toEqual([true, false]);
    expect(await endings(elsewhere.session)).toEqual(['password_changed']);
    await expect(login(user, PASSWORD)).rejects.toBeInstanceOf(LoginRefusedError);
    expect((await login(user, OTHER_PASSWORD)).mustChangePassword).toBe(false);
    const records = await recordsOf(replica, 'password.changed', user.id);
    expect(records.map(({ details }) => details)).toEqual([{ by: 'administrator' }, { by: 'user' }]);
  });

  it.each([
    ['a wrong current one', 'not the password', OTHER_PASSWORD, LoginRefusedError],
    ['a weak new one', PASSWORD, 'password2026', WeakPasswordError],
    ['the old one', PASSWORD, PASSWORD.normalize('NFD'), UnchangedPasswordError],
  ])('refuses %s and changes nothing', async (_what, current, next, error) => {
    const user = await createPerson(replica);
    const { session } = await start(user);
    await expect(change(user, session, current, next)).rejects.toBeInstanceOf(error);
    await login(user, PASSWORD);
  });

  it('slows guesses at the current password down as it does at the login', async () => {
    const user = await createPerson(replica);
    const { session } = await start(user);
    for (let guess = 0; guess < 3; guess += 1)
      await expect(change(user, session, `wrong ${guess}`, OTHER_PASSWORD)).rejects.toMatchObject({
        status: 401,
      });
    await expect(change(user, session, PASSWORD, OTHER_PASSWORD)).rejects.toMatchObject({ status: 429 });
    await expect(login(user, PASSWORD)).rejects.toMatchObject({ status: 429 });
    await administration.resetPassword(user.id, OTHER_PASSWORD);
    expect((await login(user, OTHER_PASSWORD)).mustChangePassword).toBe(true);
  });
});

describeOnServer('LoginSessions on two replicas', () => {
  it('are valid on both, and end on both at once', async () => {
    const shared = await createTestDatabase(settings, 'server');
    const replicas = [await startReplica(shared), await startReplica(shared)] as const;
    try {
      const [here, there] = replicas.map(({ module }) => module.get(LoginSessions));
      const user = await createPerson(replicas[0]);
      const { session, cookie } = await here!.start({
        user,
        methods: ['pwd'],
        address: ADDRESS,
        userAgent: '',
      });
      expect(await there!.find(cookie)).toEqual(session);
      await there!.end(session.id, user.id);
      expect(await here!.find(cookie)).toBeUndefined();
      const second = await there!.start({ user, methods: ['pwd'], address: ADDRESS, userAgent: '' });
      await replicas[0].module.get(UserAdministration).disable(user.id);
      expect(await there!.find(second.cookie)).toBeUndefined();
    } finally {
      for (const one of replicas) await one.close();
      await shared.drop();
    }
  });
});

async function insertFamily(user: User): Promise<string> {
  const id = crypto.randomUUID();
  await replica.module.get(Transactions).run((transaction) =>
    replica.module.get(TokenFamilies).insert(transaction, {
      id,
      userId: user.id,
      clientId: 'mcp-client',
      sessionId: undefined,
      scopes: ['mcp.access'],
      audience: ['/mcp'],
      authenticatedAt: new Date(),
      expiresAt: new Date(Date.now() + 3_600_000),
    }),
  );
  return id;
}

async function revocationOf(familyId: string): Promise<string | undefined> {
  const family = await replica.module
    .get(Transactions)
    .run((transaction) => replica.module.get(TokenFamilies).find(transaction, familyId));
  return family?.revocationReason;
}
