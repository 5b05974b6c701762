import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { Transactions } from '../../database/index.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { RateLimiter } from '../rate-limit/rate-limiter.js';
import type { User } from '../users/user.js';
import { UserRepository } from '../users/user.repository.js';
import { LoginThrottle } from './login-throttle.js';
import {
  PasswordCheck,
  PasswordRefusal,
  type PasswordCredentials,
  type PasswordProof,
} from './password-check.js';

/** Logs people in by username and password. */
@Injectable()
export class PasswordLogin {
  constructor(
    private readonly check: PasswordCheck,
    private readonly throttle: LoginThrottle,
    private readonly users: UserRepository,
    private readonly transactions: Transactions,
    private readonly limiter: RateLimiter,
    private readonly audit: AuditTrail,
    private readonly configuration: Configuration,
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
      if (error instanceof PasswordRefusal) throw await this.refuse(error, credentials.address);
      throw error;
    }
  }

  private async complete({ user, attempt, renewedDigest }: PasswordProof): Promise<User> {
    await this.transactions.run(async (transaction) => {
      await this.throttle.settle(transaction, attempt);
      if (renewedDigest !== undefined)
        await this.users.update(transaction, user.id, { passwordDigest: renewedDigest });
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

  /** Records the refusal, up to a limit a minute for each address: a trail that anybody can fill stops the service. */
  private async refuse(refusal: PasswordRefusal, address: string): Promise<Error> {
    const { failedAuthenticationsPerMinute } = this.configuration.limits;
    const verdict = this.limiter.consume(
      'refused-login',
      addressBlock(address),
      failedAuthenticationsPerMinute,
    );
    if (verdict.allowed) await this.record(refusal.reason, refusal.user);
    if (verdict.allowed) return refusal;
    if (verdict.firstRefusal) await this.record('rate_limited', undefined);
    return new TooManyRequestsError('Too many attempts to log in.', verdict.retryAfterSeconds);
  }

  private record(reason: string, user: User | undefined): Promise<void> {
    return this.audit.record({
      eventType: 'user.denied',
      outcome: 'denied',
      reason,
      ...(user === undefined ? {} : { target: { type: 'user', id: user.id } }),
      details: { methods: ['pwd'] },
    });
  }
}
