import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEventType, type JsonValue } from '../../audit/index.js';
import { ProblemError } from '../../common/problem-error.js';
import { ChangeFeed, Transactions, type Transaction } from '../../database/index.js';
import { BlindIndex, randomUuid } from '../../security/crypto/index.js';
import { accountOf } from '../login/login-attempt.js';
import { LoginFailures } from '../login/login-failures.repository.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { PasswordPolicy } from '../passwords/password-policy.js';
import { ScopeCatalogue } from '../scopes/scope-catalogue.js';
import type { LoginSession, SessionEnd } from '../sessions/login-session.js';
import { LoginSessions } from '../sessions/login-sessions.js';
import { TokenFamilies } from '../token-families/token-families.repository.js';
import { newUserSchema, type NewUser, type NewUserInput } from './new-user.js';
import type { User, UserStatus } from './user.js';
import { UserRepository } from './user.repository.js';

type Details = Readonly<Record<string, JsonValue>>;

/**
 * What administrators do with people. Each change commits together with its audit record, which names what was and
 * what is but never a name, an address or a password, and reaches every replica.
 */
@Injectable()
export class UserAdministration {
  constructor(
    private readonly users: UserRepository,
    private readonly sessions: LoginSessions,
    private readonly families: TokenFamilies,
    private readonly failures: LoginFailures,
    private readonly catalogue: ScopeCatalogue,
    private readonly hasher: PasswordHasher,
    private readonly policy: PasswordPolicy,
    private readonly index: BlindIndex,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns the new person's id.
   * @throws ProblemError 400 when the description, a role or the password is not good, 409 when the name is taken.
   */
  async create(input: NewUserInput): Promise<string> {
    const { password, ...user } = parse(input);
    await this.checkRoles(user.roles);
    if (await this.users.findByUsername(user.username)) throw usernameTaken();
    const row = { ...user, email: user.email, displayName: user.displayName, id: randomUuid() };
    const passwordDigest = password === undefined ? undefined : await this.newDigest(password, user);
    await this.transactions.run(async (transaction) => {
      if (!(await this.users.insert(transaction, { ...row, passwordDigest }))) throw usernameTaken();
      const details = { roles: user.roles, status: 'active', has_password: passwordDigest !== undefined };
      await this.announce(transaction, 'user.created', row.id, details);
    });
    return row.id;
  }

  /** Everybody, disabled people too, oldest first. */
  list(): Promise<User[]> {
    return this.users.findAll();
  }

  /** @throws ProblemError 404 when there is nobody of that username. */
  async find(username: string): Promise<User> {
    const user = await this.users.findByUsername(username);
    if (user === undefined) throw notFound();
    return user;
  }

  /**
   * From now on they cannot log in; their sessions end, and so does what clients hold for them.
   *
   * @throws ProblemError 404 when there is nobody of that id.
   */
  async disable(id: string): Promise<void> {
    await this.transactions.run(async (transaction) => {
      const before = await this.lock(transaction, id);
      if (before.status === 'disabled') return;
      await this.setStatus(transaction, before, 'disabled');
      await this.endEverything(transaction, id, 'user_disabled');
    });
  }

  /** @throws ProblemError 404 when there is nobody of that id. */
  async enable(id: string): Promise<void> {
    await this.transactions.run(async (transaction) => {
      const before = await this.lock(transaction, id);
      if (before.status === 'disabled') await this.setStatus(transaction, before, 'active');
    });
  }

  /**
   * What their tokens may do changes at once, those issued before included.
   *
   * @throws ProblemError 400 when there is no such role, 404 when there is nobody of that id.
   */
  async setRoles(id: string, roles: readonly string[]): Promise<void> {
    await this.checkRoles(roles);
    await this.transactions.run(async (transaction) => {
      const before = await this.lock(transaction, id);
      await this.users.update(transaction, id, { roles: [...roles] });
      const details = { before: { roles: before.roles }, after: { roles } };
      await this.announce(transaction, 'user.updated', id, details);
    });
  }

  /**
   * Gives them a password that they change at their next login. Ends their sessions and what clients hold for them,
   * and forgets wrong guesses: this is how the owner of an account under attack gets back in.
   *
   * @throws ProblemError 400 when the password is too weak, 404 when there is nobody of that id.
   */
  async resetPassword(id: string, password: string): Promise<void> {
    const user = await this.users.find(id);
    if (user === undefined) throw notFound();
    const passwordDigest = await this.newDigest(password, user);
    await this.transactions.run(async (transaction) => {
      await this.lock(transaction, id);
      const change = { passwordDigest, passwordChangedAt: new Date(), mustChangePassword: true };
      await this.users.update(transaction, id, change);
      await this.forgetFailures(transaction, user.username);
      await this.announce(transaction, 'password.changed', id, { by: 'administrator' });
      await this.endEverything(transaction, id, 'password_changed');
    });
  }

  /** Erases them with all that hangs on them; the audit trail keeps what they did, under their id. */
  async delete(id: string): Promise<void> {
    await this.transactions.run(async (transaction) => {
      const before = await this.lock(transaction, id);
      await this.endEverything(transaction, id, 'ended_by_administrator');
      await this.forgetFailures(transaction, before.username);
      await this.users.delete(transaction, id);
      const details = { before: { roles: before.roles, status: before.status } };
      await this.announce(transaction, 'user.deleted', id, details);
    });
  }

  /** Their live sessions, last used first. */
  listSessions(id: string): Promise<LoginSession[]> {
    return this.sessions.listOf(id);
  }

  /** @returns how many ended. */
  endSessions(id: string): Promise<number> {
    return this.transactions.run((transaction) =>
      this.sessions.endAll(transaction, id, 'ended_by_administrator'),
    );
  }

  /** The person as they are, kept from changing until the transaction ends. */
  private async lock(transaction: Transaction, id: string): Promise<User> {
    const user = await this.users.lock(transaction, id);
    if (user === undefined) throw notFound();
    return user;
  }

  private async setStatus(transaction: Transaction, before: User, status: UserStatus): Promise<void> {
    await this.users.update(transaction, before.id, { status });
    const details = { before: { status: before.status }, after: { status } };
    await this.announce(
      transaction,
      status === 'active' ? 'user.enabled' : 'user.disabled',
      before.id,
      details,
    );
  }

  private async endEverything(transaction: Transaction, id: string, reason: SessionEnd): Promise<void> {
    await this.sessions.endAll(transaction, id, reason);
    for (const familyId of await this.families.activeOf(transaction, id))
      await this.families.revoke(transaction, familyId, 'revoked_by_administrator');
  }

  private async forgetFailures(transaction: Transaction, username: string): Promise<void> {
    const account = accountOf(this.index, username);
    await this.failures.forgetAccount(transaction, account);
    await this.failures.forgetAddresses(transaction, account);
  }

  private async newDigest(
    password: string,
    owner: { username: string; email?: string | undefined },
  ): Promise<string> {
    this.policy.check(password, owner);
    return this.hasher.hash(password);
  }

  private async checkRoles(roles: readonly string[]): Promise<void> {
    const known = new Set((await this.catalogue.load()).roles.map(({ name }) => name));
    const unknown = roles.filter((role) => !known.has(role));
    if (unknown.length > 0) throw invalid(`There is no role ${unknown.join(', ')}.`);
  }

  private async announce(
    transaction: Transaction,
    eventType: AuditEventType,
    id: string,
    details: Details,
  ): Promise<void> {
    const target = { type: 'user', id };
    await this.audit.recordWithin(transaction, { eventType, outcome: 'success', target, details });
    await this.feed.announce(transaction, 'users');
  }
}

function parse(input: NewUserInput): NewUser {
  const result = newUserSchema.safeParse(input);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.map(({ path, message }) => `${path.join('.') || 'user'}: ${message}`).join('; '),
  );
}

function invalid(detail: string): ProblemError {
  return new ProblemError({ status: 400, code: 'invalid-user', title: 'Invalid User' }, detail);
}

function usernameTaken(): ProblemError {
  return new ProblemError(
    { status: 409, code: 'user-exists', title: 'User Exists' },
    'There is a user of this name already.',
  );
}

/** The name is not repeated: it is somebody's, and errors end up in logs. */
function notFound(): ProblemError {
  return new ProblemError(
    { status: 404, code: 'user-not-found', title: 'User Not Found' },
    'There is no such user.',
  );
}
