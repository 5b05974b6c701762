import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { RequestContext } from '../../common/request-context.js';
import { LoginRefusedError } from '../login/login-refused-error.js';
import { PasswordLogin } from '../login/password-login.js';
import type { LoginProblem } from '../pages/views/login-page.js';
import { LoginSessions } from '../sessions/login-sessions.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import type { User } from '../users/user.js';
import { CurrentLogin } from './current-login.js';

/** More than this is no password: the longest allowed has 256 characters. */
const MAXIMUM_LENGTH = 1_024;

/** Logs a person in by the form of a login page. */
@Injectable()
export class BrowserLogin {
  constructor(
    private readonly passwords: PasswordLogin,
    private readonly current: CurrentLogin,
    private readonly sessions: LoginSessions,
    private readonly cookie: SessionCookie,
  ) {}

  /**
   * Starts a new session, ending the one the browser had, or says why not.
   *
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async logIn(form: URLSearchParams, reply: FastifyReply): Promise<LoginProblem | undefined> {
    const username = form.get('username')?.trim() ?? '';
    const password = form.get('password') ?? '';
    if (username === '' || password === '') return { kind: 'missing' };
    if (username.length > MAXIMUM_LENGTH || password.length > MAXIMUM_LENGTH) return { kind: 'refused' };
    const outcome = await this.authenticate(username, password, reply.request.ip);
    if ('kind' in outcome) return outcome;
    await this.start(outcome, reply);
    return undefined;
  }

  private async authenticate(
    username: string,
    password: string,
    address: string,
  ): Promise<User | LoginProblem> {
    try {
      return await this.passwords.authenticate({ username, password, address });
    } catch (error) {
      const problem = loginProblemOf(error);
      if (problem === undefined) throw error;
      return problem;
    }
  }

  /** A new secret at every login: one planted before it is worth nothing afterwards (session fixation). */
  private async start(user: User, reply: FastifyReply): Promise<void> {
    const previous = await this.current.find(reply.request);
    const { cookie } = await this.sessions.start({
      user,
      methods: ['pwd'],
      address: reply.request.ip,
      userAgent: RequestContext.current()?.source.userAgent ?? '',
      previous: previous?.session,
    });
    this.cookie.write(reply, cookie);
  }
}

/** What to tell the person about a login that failed; undefined for what is not about them. */
export function loginProblemOf(error: unknown): LoginProblem | undefined {
  if (error instanceof TooManyRequestsError)
    return { kind: 'throttled', retryAfterSeconds: Number(error.headers['Retry-After']) };
  if (!(error instanceof LoginRefusedError)) return undefined;
  const { retryAfterSeconds } = error;
  return retryAfterSeconds === undefined ? { kind: 'refused' } : { kind: 'throttled', retryAfterSeconds };
}

/**
 * Status of the page that asks again. Not 401: that would have to come with a challenge of HTTP authentication
 * (RFC 9110 §15.5.2), and a form is none.
 */
export function statusOfProblem(problem: LoginProblem | undefined): number {
  if (problem === undefined || problem.kind === 'otherAccount') return 200;
  return problem.kind === 'throttled' ? 429 : 400;
}
