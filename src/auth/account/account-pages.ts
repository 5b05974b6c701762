import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../common/clock.js';
import type { Language } from '../../common/preferred-language.js';
import { Configuration } from '../../config/index.js';
import { digestToken } from '../../security/crypto/index.js';
import type { ConnectedClient } from '../consents/consent.js';
import { Consents } from '../consents/consents.js';
import { Forms } from '../forms/forms.js';
import type { Login } from '../interaction/current-login.js';
import { statusOfPasswordProblem } from '../interaction/interaction-pages.js';
import { UPSTREAM_GRANTS_PATH } from '../oauth-endpoints.js';
import { sendPage } from '../pages/page.js';
import { PagePaths } from '../pages/page-paths.js';
import { requestLanguage } from '../pages/request-language.js';
import { ScopeWords } from '../pages/scope-words.js';
import type { AccountNotice } from '../pages/texts/page-texts.js';
import { accountPage, type ConnectedClientView, type SessionView } from '../pages/views/account-page.js';
import { passwordPage, type PasswordProblem } from '../pages/views/password-page.js';
import { PasswordPolicy } from '../passwords/password-policy.js';
import type { LoginSession } from '../sessions/login-session.js';
import { LoginSessions } from '../sessions/login-sessions.js';

/** What every form of the account page is for: the person who is logged in, in this session. */
export function accountPurpose({ session }: Login): string {
  return `account ${session.id}`;
}

/**
 * How a client is named in a path. Its own id may be a URL, and proxies stumble over the slashes of one even when
 * they are escaped.
 */
export function clientKey(clientId: string): string {
  return digestToken(clientId);
}

/** The page of a person's own account. */
@Injectable()
export class AccountPages {
  constructor(
    private readonly consents: Consents,
    private readonly sessions: LoginSessions,
    private readonly forms: Forms,
    private readonly paths: PagePaths,
    private readonly words: ScopeWords,
    private readonly policy: PasswordPolicy,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** The step that comes first for who has to choose a password of their own. */
  sendPassword(login: Login, reply: FastifyReply, problem?: PasswordProblem): void {
    const page = passwordPage({
      language: requestLanguage(reply.request),
      path: this.paths.account,
      action: `${this.paths.account}/password`,
      csrf: this.forms.token(login.secret, accountPurpose(login)),
      username: login.user.username,
      minimumLength: this.policy.minimumLength,
      problem,
    });
    sendPage(reply, statusOfPasswordProblem(problem), page);
  }

  async send(
    login: Login,
    reply: FastifyReply,
    said: { readonly done?: AccountNotice | undefined; readonly problem?: PasswordProblem },
  ): Promise<void> {
    const { user, session, secret } = login;
    const language = requestLanguage(reply.request);
    const clients = await this.consents.connectedClients(user.id);
    const sessions = await this.sessions.listOf(user.id);
    const page = accountPage({
      language,
      path: this.paths.account,
      logoutPath: this.paths.logout,
      upstreamsPath: this.hasPersonalUpstreams ? this.paths.below(UPSTREAM_GRANTS_PATH) : undefined,
      csrf: this.forms.token(secret, accountPurpose(login)),
      now: this.clock.now(),
      user,
      sessions: sessions.map((each) => this.toSession(each, session, language)),
      clients: clients.map((client) => this.toClient(client, language)),
      password: this.passwordOf(login, said.problem),
      done: said.done,
    });
    sendPage(reply, statusOfPasswordProblem(said.problem), page);
  }

  private get hasPersonalUpstreams(): boolean {
    return this.configuration.upstreams.some(
      ({ relay }) => relay?.transport.kind === 'http' && relay.transport.identity.kind === 'per_person',
    );
  }

  private passwordOf({ user }: Login, problem: PasswordProblem | undefined) {
    if (user.passwordDigest === undefined) return undefined;
    return { minimumLength: this.policy.minimumLength, problem };
  }

  private toSession(session: LoginSession, current: LoginSession, language: Language): SessionView {
    const provider = this.configuration.identityProviders.find(({ id }) => id === session.identityProvider);
    return {
      ...session,
      isCurrent: session.id === current.id,
      identityProvider: provider?.displayName[language] ?? session.identityProvider,
    };
  }

  private toClient(client: ConnectedClient, language: Language): ConnectedClientView {
    return {
      key: clientKey(client.clientId),
      name: client.clientName,
      scopes: client.scopes.map((scope) => this.words.describe(scope, language)),
      consentedAt: client.consentedAt,
      lastUsedAt: client.lastUsedAt,
    };
  }
}
