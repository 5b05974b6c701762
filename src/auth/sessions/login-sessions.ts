import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { RequestContext } from '../../common/request-context.js';
import { Configuration } from '../../config/index.js';
import { Transactions, type Transaction } from '../../database/index.js';
import { digestToken, randomSecret, randomUuid } from '../../security/crypto/index.js';
import { LoginRefusedError } from '../login/login-refused-error.js';
import type { User } from '../users/user.js';
import { UserRepository } from '../users/user.repository.js';
import type { LoginSession, SessionEnd } from './login-session.js';
import { LoginSessionRepository, type Alive } from './login-session.repository.js';

/** How exactly a session knows when it was last used; a page with many requests writes once. */
const SEEN_EVERY_MS = 60_000;

/** A login that has just succeeded. */
export interface NewLogin {
  readonly user: User;
  /** When they proved who they are; left out = just now. */
  readonly authenticatedAt?: Date | 'unknown';
  /** RFC 8176 `amr` values, for example `['pwd']`. */
  readonly methods: readonly string[];
  readonly identityProvider?: string | undefined;
  readonly address: string;
  readonly userAgent: string;
  /** The session this browser had until now; it ends. */
  readonly previous?: LoginSession | undefined;
}

/**
 * Who is logged in in which browser. A session is a secret of 256 bits in a cookie and its digest in the database;
 * every request asks the database, so that a session is valid on all replicas and its end holds on all at once.
 */
@Injectable()
export class LoginSessions {
  constructor(
    private readonly repository: LoginSessionRepository,
    private readonly users: UserRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /**
   * Starts a session under a new secret, whatever the browser sent (session fixation), and records it.
   *
   * @throws LoginRefusedError when the person was disabled, or their password changed, since it was looked at.
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async start(login: NewLogin): Promise<{ session: LoginSession; cookie: string }> {
    const cookie = randomSecret();
    const session = this.newSession(login);
    await this.transactions.run(async (transaction) => {
      await this.repository.reap(transaction, session.createdAt);
      await this.confirm(transaction, login, session.createdAt);
      if (login.previous !== undefined) await this.endOne(transaction, login.previous, 'replaced_by_login');
      await this.repository.insert(transaction, { ...session, digest: digestToken(cookie) });
      await this.record(transaction, 'session.started', session);
    });
    return { session, cookie };
  }

  /**
   * The live session of a cookie, its person being active; using it keeps it alive.
   *
   * @throws ServiceUnavailableError when the database does not answer.
   */
  find(cookie: string): Promise<LoginSession | undefined> {
    const alive = this.alive();
    return this.transactions.run(async (transaction) => {
      const session = await this.repository.findByDigest(transaction, digestToken(cookie), alive);
      if (session === undefined) return undefined;
      if (!(await this.repository.isActive(transaction, session.userId))) return undefined;
      if (alive.now.getTime() - session.lastSeenAt.getTime() < SEEN_EVERY_MS) return session;
      await this.repository.touch(transaction, session.id, alive.now);
      return { ...session, lastSeenAt: alive.now };
    });
  }

  /** Live sessions of a person, last used first. */
  listOf(userId: string): Promise<LoginSession[]> {
    return this.transactions.run((transaction) =>
      this.repository.listAlive(transaction, userId, this.alive()),
    );
  }

  /** Ends one session of this person and records it; false when they have no such live session. */
  end(sessionId: string, userId: string, reason: SessionEnd = 'ended_by_user'): Promise<boolean> {
    return this.transactions.run((transaction) =>
      this.endOne(transaction, { id: sessionId, userId }, reason),
    );
  }

  /**
   * Ends every session of a person in the caller's transaction, except the one they act in.
   *
   * @returns how many ended.
   */
  async endAll(
    transaction: Transaction,
    userId: string,
    reason: SessionEnd,
    except?: LoginSession,
  ): Promise<number> {
    // Unused ones too: a longer LOGIN_SESSION_IDLE would bring them back.
    const alive = { now: this.clock.now(), seenSince: new Date(0) };
    const sessions = await this.repository.listAlive(transaction, userId, alive);
    const ending = sessions.filter(({ id }) => id !== except?.id);
    for (const session of ending) await this.endOne(transaction, session, reason);
    return ending.length;
  }

  /** Takes the person's row first: who disables them at this moment ends this session as well, or is seen here. */
  private async confirm(transaction: Transaction, { user, methods }: NewLogin, at: Date): Promise<void> {
    const passwordDigest = methods.includes('pwd') ? user.passwordDigest : undefined;
    if (await this.users.recordLogin(transaction, { id: user.id, at, passwordDigest })) return;
    throw new LoginRefusedError();
  }

  private async endOne(
    transaction: Transaction,
    session: Pick<LoginSession, 'id' | 'userId'>,
    reason: SessionEnd,
  ): Promise<boolean> {
    const { id, userId } = session;
    if (!(await this.repository.end(transaction, id, userId, this.clock.now()))) return false;
    await this.record(transaction, 'session.ended', session, reason);
    return true;
  }

  /** The person acts unless somebody else proved who they are, such as an operator at the command line. */
  private record(
    transaction: Transaction,
    eventType: 'session.started' | 'session.ended',
    { id, userId, ...session }: Pick<LoginSession, 'id' | 'userId'> & Partial<LoginSession>,
    reason?: SessionEnd,
  ): Promise<void> {
    const actor =
      RequestContext.principal() === undefined ? ({ kind: 'user', subject: userId } as const) : undefined;
    return this.audit.recordWithin(transaction, {
      eventType,
      outcome: 'success',
      target: { type: 'session', id },
      ...(reason === undefined ? {} : { reason }),
      ...(actor === undefined ? {} : { actor }),
      details: { user: userId, methods: session.methods, identity_provider: session.identityProvider },
    });
  }

  private newSession({
    user,
    methods,
    identityProvider,
    address,
    userAgent,
    authenticatedAt,
  }: NewLogin): LoginSession {
    const now = this.clock.now();
    return {
      id: randomUuid(),
      userId: user.id,
      authenticatedAt: authenticatedAt === 'unknown' ? undefined : (authenticatedAt ?? now),
      methods,
      identityProvider,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + this.configuration.people.sessionTtlSeconds * 1_000),
      userAgent,
      address,
    };
  }

  private alive(): Alive {
    const now = this.clock.now();
    return { now, seenSince: new Date(now.getTime() - this.configuration.people.sessionIdleSeconds * 1_000) };
  }
}
