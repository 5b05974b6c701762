import { Injectable } from '@nestjs/common';
import { LoginRefusedError } from '../login/login-refused-error.js';
import { PasswordChange, UnchangedPasswordError } from '../login/password-change.js';
import type { PasswordProblem } from '../pages/views/password-page.js';
import { WeakPasswordError } from '../passwords/password-policy.js';
import { loginProblemOf } from './browser-login.js';
import type { Login } from './current-login.js';

/** Changes a person's password by the form of a page. */
@Injectable()
export class OwnPassword {
  constructor(private readonly passwords: PasswordChange) {}

  /**
   * Changes it, or says why not.
   *
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async change(
    form: URLSearchParams,
    { user, session }: Login,
    address: string,
  ): Promise<PasswordProblem | undefined> {
    const currentPassword = form.get('current_password') ?? '';
    const newPassword = form.get('new_password') ?? '';
    if (form.get('repeated_password') !== newPassword) return 'differs';
    try {
      await this.passwords.change({ user, session, currentPassword, newPassword, address });
      return undefined;
    } catch (error) {
      const problem = passwordProblemOf(error);
      if (problem === undefined) throw error;
      return problem;
    }
  }
}

function passwordProblemOf(error: unknown): PasswordProblem | undefined {
  if (error instanceof UnchangedPasswordError) return 'unchanged';
  if (error instanceof WeakPasswordError) return { weakness: error.weakness };
  if (error instanceof LoginRefusedError && error.retryAfterSeconds === undefined) return 'wrongCurrent';
  const problem = loginProblemOf(error);
  return problem?.kind === 'throttled' ? { throttledSeconds: problem.retryAfterSeconds } : undefined;
}
