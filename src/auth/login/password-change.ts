import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { ProblemError } from '../../common/problem-error.js';
import { ChangeFeed, Transactions, type Transaction } from '../../database/index.js';
import { normalizePassword } from '../passwords/normalize-password.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import { PasswordPolicy } from '../passwords/password-policy.js';
import type { LoginSession } from '../sessions/login-session.js';
import { LoginSessions } from '../sessions/login-sessions.js';
import type { User } from '../users/user.js';
import { UserRepository } from '../users/user.repository.js';
import { LoginRefusals } from './login-refusals.js';
import { LoginRefusedError } from './login-refused-error.js';
import { LoginThrottle } from './login-throttle.js';
import { PasswordCheck, type PasswordProof } from './password-check.js';
import { PasswordRefusal } from './password-refusal.js';

/** A person's wish for another password. */
export interface PasswordChangeRequest {
  readonly user: User;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly address: string;
  /** The one they act in; their others end. */
  readonly session: LoginSession;
}

/** The new password is the old one; who was told to change theirs must not keep it. */
export class UnchangedPasswordError extends ProblemError {
  constructor() {
    super(
      { status: 400, code: 'unchanged-password', title: 'Password Not Changed' },
      'The new password is the one you have.',
    );
  }
}

/** Lets people change their own password; guesses at the current one count as guesses at a login do. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly check: PasswordCheck,
    private readonly throttle: LoginThrottle,
    private readonly refusals: LoginRefusals,
    private readonly policy: PasswordPolicy,
    private readonly hasher: PasswordHasher,
    private readonly users: UserRepository,
    private readonly sessions: LoginSessions,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the new password and ends the person's other sessions. What clients hold for them stays; the account
   * page is where that is revoked.
   *
   * @throws WeakPasswordError 400 when the new password is too weak, UnchangedPasswordError 400 when it is not new.
   * @throws LoginRefusedError 401 when the current password is wrong, 429 while guesses have to wait.
   * @throws TooManyRequestsError 429 when too many log in at once.
   */
  async change(request: PasswordChangeRequest): Promise<void> {
    const { user, currentPassword, newPassword, address, session } = request;
    if (normalizePassword(newPassword) === normalizePassword(currentPassword))
      throw new UnchangedPasswordError();
    this.policy.check(newPassword, user);
    const proof = await this.prove(user.username, currentPassword, address);
    const passwordDigest = await this.hasher.hash(newPassword);
    await this.transactions.run((transaction) => this.store(transaction, proof, passwordDigest, session));
  }

  private async prove(username: string, password: string, address: string): Promise<PasswordProof> {
    try {
      return await this.check.prove({ username, password, address });
    } catch (error) {
      if (error instanceof PasswordRefusal) throw await this.refusals.refuse(error, address);
      throw error;
    }
  }

  private async store(
    transaction: Transaction,
    { user, attempt }: PasswordProof,
    passwordDigest: string,
    session: LoginSession,
  ): Promise<void> {
    const { id } = user;
    const current = await this.users.lock(transaction, id);
    // Somebody reset the password or disabled the person since it was proved.
    if (current?.passwordDigest !== user.passwordDigest || current?.status !== 'active')
      throw new LoginRefusedError();
    const change = { passwordDigest, passwordChangedAt: this.clock.now(), mustChangePassword: false };
    await this.users.update(transaction, id, change);
    await this.throttle.settle(transaction, attempt);
    await this.audit.recordWithin(transaction, {
      eventType: 'password.changed',
      outcome: 'success',
      actor: { kind: 'user', subject: id },
      target: { type: 'user', id },
      details: { by: 'user' },
    });
    await this.sessions.endAll(transaction, id, 'password_changed', session);
    await this.feed.announce(transaction, 'users');
  }
}
