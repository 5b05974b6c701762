import { Injectable } from '@nestjs/common';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { BlindIndex } from '../../security/crypto/index.js';
import { PasswordHasher } from '../passwords/password-hasher.js';
import type { User } from '../users/user.js';
import { UserRepository } from '../users/user.repository.js';
import { loginAttemptOf, type LoginAttempt } from './login-attempt.js';
import { LoginRefusedError } from './login-refused-error.js';
import { LoginThrottle } from './login-throttle.js';
import { PasswordRefusal } from './password-refusal.js';

/** What a person typed, and from where. */
export interface PasswordCredentials {
  readonly username: string;
  readonly password: string;
  /** Of the browser, after the trusted proxies. */
  readonly address: string;
}

export interface PasswordProof {
  readonly user: User;
  readonly attempt: LoginAttempt;
  /** To be stored instead of the old one, when the parameters of argon2id have changed. */
  readonly renewedDigest: string | undefined;
}

/** Whether a password is its person's, every guess counted; takes one argon2id computation whatever it finds. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly users: UserRepository,
    private readonly hasher: PasswordHasher,
    private readonly throttle: LoginThrottle,
    private readonly index: BlindIndex,
  ) {}

  /**
   * The caller completes a success by `LoginThrottle.settle`, in the transaction of what it is for.
   *
   * @throws PasswordRefusal which is the same to its reader whether the person is unknown, disabled or mistaken.
   * @throws TooManyRequestsError when too many log in at once; then the attempt does not count.
   */
  async prove({ username, password, address }: PasswordCredentials): Promise<PasswordProof> {
    const attempt = loginAttemptOf(this.index, username, address);
    const failures = await this.admit(attempt);
    const user = await this.users.findByUsername(username);
    const verdict = await this.verify(password, user, attempt);
    const reason = refusalOf(user, verdict.matches);
    if (user !== undefined && reason === undefined)
      return { user, attempt, renewedDigest: verdict.renewedDigest };
    await this.throttle.fail(attempt, failures, user?.id);
    throw new PasswordRefusal(reason ?? 'unknown_user', user);
  }

  private async admit(attempt: LoginAttempt): Promise<number> {
    try {
      return await this.throttle.admit(attempt);
    } catch (error) {
      if (!(error instanceof LoginRefusedError)) throw error;
      throw new PasswordRefusal('throttled', undefined, error.retryAfterSeconds);
    }
  }

  private async verify(password: string, user: User | undefined, attempt: LoginAttempt) {
    try {
      return await this.hasher.verify(password, user?.passwordDigest);
    } catch (error) {
      if (error instanceof TooManyRequestsError) await this.throttle.withdraw(attempt);
      throw error;
    }
  }
}

function refusalOf(user: User | undefined, matches: boolean): PasswordRefusal['reason'] | undefined {
  if (user === undefined) return 'unknown_user';
  if (!matches) return 'wrong_password';
  return user.status === 'active' ? undefined : 'user_disabled';
}
