import type { User } from '../users/user.js';
import { LoginRefusedError } from './login-refused-error.js';

/** Why a password was refused; for the record, never for the answer. */
export class PasswordRefusal extends LoginRefusedError {
  constructor(
    readonly reason: 'unknown_user' | 'wrong_password' | 'user_disabled' | 'throttled',
    readonly user: User | undefined,
    retryAfterSeconds?: number,
  ) {
    super(retryAfterSeconds);
  }
}
