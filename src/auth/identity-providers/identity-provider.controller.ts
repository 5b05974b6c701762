import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { RequestContext } from '../../common/request-context.js';
import { Configuration } from '../../config/index.js';
import { LoginRefusedError } from '../login/login-refused-error.js';
import { LoginContinuation } from '../account/login-continuation.js';
import { IDENTITY_PROVIDER_PATH, INTERACTION_PATH } from '../oauth-endpoints.js';
import { LoginSessions } from '../sessions/login-sessions.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { Refusals } from '../token/refusals.js';
import { IdentityProviders, type FinishedLogin } from './identity-providers.js';
import { ProviderLoginRefusedError } from './login-refusal.js';

/** Where providers send people back to. Public: what they bring is their proof. */
@Controller(IDENTITY_PROVIDER_PATH)
@Public()
export class IdentityProviderController {
  private readonly basePath: string;

  constructor(
    private readonly providers: IdentityProviders,
    private readonly sessions: LoginSessions,
    private readonly cookie: SessionCookie,
    private readonly refusals: Refusals,
    private readonly continuation: LoginContinuation,
    { server }: Configuration,
  ) {
    this.basePath = new URL(server.publicUrl).pathname.replace(/\/$/, '');
  }

  @Get(':id/callback')
  async callback(
    @Param('id') providerId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { pendingId } = await this.logIn(providerId, request, reply);
    const next =
      pendingId === undefined
        ? this.continuation.take(request, reply)
        : `${this.basePath}${INTERACTION_PATH}/${pendingId}`;
    // The address of this page holds a code: the next one must not learn it.
    const headers = {
      Location: next,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
    };
    void reply.status(303).headers(headers).send();
  }

  private async logIn(
    providerId: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FinishedLogin> {
    const { address = '', userAgent = '' } = RequestContext.current()?.source ?? {};
    try {
      const login = await this.providers.finishLogin(providerId, queryOf(request.url), request);
      const { cookie } = await this.sessions.start({
        user: login.user,
        authenticatedAt: login.authenticatedAt ?? 'unknown',
        methods: ['fed'],
        identityProvider: providerId,
        address,
        userAgent,
        previous: await this.previousSession(request),
      });
      this.cookie.write(reply, cookie);
      return login;
    } catch (error) {
      throw await this.recorded(error, providerId, address);
    }
  }

  private async previousSession(request: FastifyRequest) {
    const cookie = this.cookie.read(request);
    return cookie === undefined ? undefined : this.sessions.find(cookie);
  }

  private async recorded(error: unknown, providerId: string, address: string): Promise<unknown> {
    // Disabled between the two steps.
    const refusal =
      error instanceof LoginRefusedError ? new ProviderLoginRefusedError('user_disabled') : error;
    if (!(refusal instanceof ProviderLoginRefusedError)) return error;
    const details = { methods: ['fed'], identity_provider: providerId };
    const { reason } = refusal;
    return this.refusals.record(refusal, { eventType: 'user.denied', reason, address, details });
  }
}

/** As sent: a parser that folds repeated parameters would hide them. */
function queryOf(url: string): string {
  const queryAt = url.indexOf('?');
  return queryAt < 0 ? '' : url.slice(queryAt + 1);
}
