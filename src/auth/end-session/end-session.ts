import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RedirectTrust } from '../consents/redirect-trust.js';
import { CSRF_FIELD, Forms } from '../forms/forms.js';
import { PagePaths } from '../pages/page-paths.js';
import { sendPage } from '../pages/page.js';
import { requestLanguage } from '../pages/request-language.js';
import { seeOther } from '../pages/see-other.js';
import { loggedOutPage, logoutPage } from '../pages/views/logout-page.js';
import type { LoginSession } from '../sessions/login-session.js';
import { LoginSessions } from '../sessions/login-sessions.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { Users } from '../users/users.js';
import { EndSessionRequests, type EndSessionRequest } from './end-session-requests.js';

/**
 * Ends the login session of a browser. Tokens that clients hold go on: an agent that was allowed to work while the
 * person is away is ended at `/account`, by revoking what it was allowed.
 */
@Injectable()
export class EndSession {
  constructor(
    private readonly requests: EndSessionRequests,
    private readonly sessions: LoginSessions,
    private readonly cookie: SessionCookie,
    private readonly users: Users,
    private readonly trust: RedirectTrust,
    private readonly forms: Forms,
    private readonly paths: PagePaths,
  ) {}

  /**
   * Ends the session at once if the client shows an ID token of it; asks the person otherwise, since any page can
   * send a browser here.
   *
   * @throws InvalidRequestError, to be shown to the person.
   */
  async start(form: URLSearchParams, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const asked = await this.requests.read(form);
    const cookie = this.cookie.read(request);
    const session = cookie === undefined ? undefined : await this.sessions.find(cookie);
    if (session === undefined) return this.withoutSession(asked, request, reply);
    if (isHintOf(asked, session)) return this.end(session, asked, request, reply);
    await this.ask(asked, session, cookie ?? '', request, reply);
  }

  /**
   * The person confirms.
   *
   * @throws ForgedFormError when the form is not the one this browser was shown.
   */
  async confirm(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const cookie = this.cookie.read(request);
    const session = cookie === undefined ? undefined : await this.sessions.find(cookie);
    const form = await this.forms.read(request, cookie, purposeOf(session));
    const asked = await this.requests.read(form);
    if (session === undefined) return this.finish(asked, undefined, request, reply);
    await this.end(session, asked, request, reply);
  }

  /**
   * Nobody is logged in here, or the form came from the client's site and the browser kept the cookie back
   * (SameSite=Lax). The ID token names the session; without one the browser is asked to come again by GET.
   */
  private async withoutSession(
    asked: EndSessionRequest,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { hint } = asked;
    if (hint?.sessionId !== undefined) await this.sessions.end(hint.sessionId, hint.userId, 'logged_out');
    // Whose ID token it is does not say who sits here: anybody can send somebody with one of their own.
    if (hint !== undefined || request.method !== 'POST') return this.finish(asked, undefined, request, reply);
    seeOther(reply, this.pathOf(fieldsOf(asked)));
  }

  private async end(
    session: LoginSession,
    asked: EndSessionRequest,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(session.id, session.userId, 'logged_out');
    this.cookie.clear(reply);
    await this.finish(asked, session.userId, request, reply);
  }

  private async ask(
    asked: EndSessionRequest,
    session: LoginSession,
    cookie: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const user = await this.users.find(session.userId);
    const fields = fieldsOf(asked);
    const page = logoutPage({
      language: requestLanguage(request),
      path: this.pathOf(fields),
      action: this.paths.logout,
      accountPath: this.paths.account,
      fields: { ...fields, [CSRF_FIELD]: this.forms.token(cookie, purposeOf(session)) },
      person: user?.username ?? '',
      clientName: asked.client?.clientName,
    });
    const { postLogoutRedirectUri } = asked;
    sendPage(reply, 200, page, {
      formTargets: postLogoutRedirectUri === undefined ? [] : [postLogoutRedirectUri],
    });
  }

  /** @param userId whose browser it is; undefined = nobody's that is known. */
  private async finish(
    asked: EndSessionRequest,
    userId: string | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const uri = returnUriOf(asked);
    const { client } = asked;
    if (uri !== undefined && client !== undefined && (await this.trust.covers(client, uri, userId)))
      return seeOther(reply, uri);
    const wayOut = uri === undefined ? undefined : { uri };
    const { logout, login } = this.paths;
    sendPage(reply, 200, loggedOutPage(requestLanguage(request), logout, login, wayOut));
  }

  private pathOf(fields: Record<string, string>): string {
    const query = new URLSearchParams(fields).toString();
    return query === '' ? this.paths.logout : `${this.paths.logout}?${query}`;
  }
}

function isHintOf({ hint }: EndSessionRequest, session: LoginSession): boolean {
  if (hint?.userId !== session.userId) return false;
  return hint.sessionId === undefined || hint.sessionId === session.id;
}

function returnUriOf({ postLogoutRedirectUri: uri, state }: EndSessionRequest): string | undefined {
  if (uri === undefined || state === undefined) return uri;
  return `${uri}${uri.includes('?') ? '&' : '?'}${new URLSearchParams({ state }).toString()}`;
}

function purposeOf(session: LoginSession | undefined): string {
  return `logout ${session?.id ?? ''}`;
}

/** What has to come back with the person's answer; the ID token has served. */
function fieldsOf({ client, postLogoutRedirectUri, state }: EndSessionRequest): Record<string, string> {
  return {
    ...(client === undefined ? {} : { client_id: client.clientId }),
    ...(postLogoutRedirectUri === undefined ? {} : { post_logout_redirect_uri: postLogoutRedirectUri }),
    ...(state === undefined ? {} : { state }),
  };
}
