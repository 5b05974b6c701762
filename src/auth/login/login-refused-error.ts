import { ProblemError } from '../../common/problem-error.js';

const PUBLIC_DETAIL = 'The username or the password is not right, or this account may not log in.';

/** No login: one answer for unknown people, wrong passwords and disabled accounts, so that none can be told apart. */
export class LoginRefusedError extends ProblemError {
  constructor(
    /** Seconds until the next attempt is looked at at all; undefined when it may be made at once. */
    readonly retryAfterSeconds?: number,
  ) {
    super(
      retryAfterSeconds === undefined
        ? { status: 401, code: 'login-refused', title: 'Login Refused' }
        : {
            status: 429,
            code: 'too-many-logins',
            title: 'Too Many Login Attempts',
            headers: { 'Retry-After': String(retryAfterSeconds) },
          },
      retryAfterSeconds === undefined ? PUBLIC_DETAIL : 'Too many attempts to log in; wait before the next.',
    );
  }
}
