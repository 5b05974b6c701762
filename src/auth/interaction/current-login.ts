import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { User } from '../users/user.js';
import { Users } from '../users/users.js';
import type { LoginSession } from '../sessions/login-session.js';
import { LoginSessions } from '../sessions/login-sessions.js';
import { SessionCookie } from '../sessions/session-cookie.js';

/** The person who is logged in in a browser. */
export interface Login {
  readonly session: LoginSession;
  readonly user: User;
  /** The session's secret; never to be shown or kept. */
  readonly secret: string;
}

/** Finds who is logged in in the browser that asks. */
@Injectable()
export class CurrentLogin {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessions: LoginSessions,
    private readonly users: Users,
  ) {}

  /**
   * Undefined when nobody is.
   *
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async find(request: FastifyRequest): Promise<Login | undefined> {
    const secret = this.cookie.read(request);
    const session = secret === undefined ? undefined : await this.sessions.find(secret);
    if (secret === undefined || session === undefined) return undefined;
    const user = await this.users.reread(session.userId);
    return user === undefined ? undefined : { session, user, secret };
  }
}
