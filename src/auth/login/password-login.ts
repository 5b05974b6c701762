import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Transactions, type Transaction } from '../../database/index.js';
import type { User } from '../users/user.js';
import { UserRepository } from '../users/user.repository.js';
import { LoginRefusedError } from './login-refused-error.js';
import { LoginRefusals } from './login-refusals.js';
import { LoginThrottle } from './login-throttle.js';
import { PasswordCheck, type PasswordCredentials, type PasswordProof } from './password-check.js';
import { PasswordRefusal } from './password-refusal.js';

/** Logs people in by username and password. */
@Injectable()
export class PasswordLogin {
  constructor(
    private readonly check: PasswordCheck,
    private readonly throttle: LoginThrottle,
    private readonly users: UserRepository,
    private readonly transactions: Transactions,
    private readonly refusals: LoginRefusals,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The person, whose login is on record; start a session for them next.
   *
   * @throws LoginRefusedError 401, the same for unknown people, wrong passwords and disabled accounts; 429 with
   * `retryAfterSeconds` while guesses have to wait.
   * @throws TooManyRequestsError 429 when too many log in at once.
   * @throws ServiceUnavailableError when the database does not answer or the record cannot be committed.
   */
  async authenticate(credentials: PasswordCredentials): Promise<User> {
    try {
      return await this.complete(await this.check.prove(credentials));
    } catch (error) {
      if (error instanceof PasswordRefusal) throw await this.refusals.refuse(error, credentials.address);
      throw error;
    }
  }

  private async complete({ user, attempt, renewedDigest }: PasswordProof): Promise<User> {
    await this.transactions.run(async (transaction) => {
      await this.throttle.settle(transaction, attempt);
      if (renewedDigest !== undefined) await this.renew(transaction, user, renewedDigest);
      await this.audit.recordWithin(transaction, {
        eventType: 'user.authenticated',
        outcome: 'success',
        actor: { kind: 'user', subject: user.id },
        target: { type: 'user', id: user.id },
        details: { methods: ['pwd'] },
      });
    });
    return renewedDigest === undefined ? user : { ...user, passwordDigest: renewedDigest };
  }

  /** Only in place of the digest that was proved: a password reset at this moment must not be undone. */
  private async renew(
    transaction: Transaction,
    { id, passwordDigest }: User,
    renewed: string,
  ): Promise<void> {
    const change = { id, from: passwordDigest ?? '', to: renewed };
    if (!(await this.users.replaceDigest(transaction, change))) throw new LoginRefusedError();
  }
}
