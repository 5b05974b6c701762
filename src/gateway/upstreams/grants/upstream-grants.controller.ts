import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  CurrentLogin,
  Forms,
  LoginContinuation,
  PagePaths,
  Refusals,
  rememberLanguage,
  seeOther,
  UPSTREAM_GRANTS_PATH,
  type Login,
} from '../../../auth/index.js';
import { ProblemError } from '../../../common/problem-error.js';
import { Public } from '../../../common/public.decorator.js';
import { Configuration } from '../../../config/index.js';
import { CLIENT_DOCUMENT_PATH, UpstreamAuthorizations } from '../credentials/upstream-authorizations.js';
import { clientMetadata } from '../oauth/client-registration.js';
import { ConnectLinks, type LinkQuery } from './connect-links.js';
import { ConnectRefusedError } from './connect-refused.error.js';
import { GrantPages, offerPurpose, listPurpose } from './grant-pages.js';
import { GrantRevocation } from './grant-revocation.js';
import { GRANT_NOTICES, type GrantNotice } from './pages/grant-texts.js';
import type { PersonalUpstream } from './personal-upstreams.js';
import { UpstreamConnect } from './upstream-connect.js';

/**
 * Where people allow Gatehouse to act for them at other MCP servers, and take it back.
 * Public: the session's cookie says whose grants they are.
 */
@ApiTags('Gateway')
@Controller(UPSTREAM_GRANTS_PATH)
@Public()
export class UpstreamGrantsController {
  constructor(
    private readonly connect: UpstreamConnect,
    private readonly revocation: GrantRevocation,
    private readonly links: ConnectLinks,
    private readonly authorizations: UpstreamAuthorizations,
    private readonly pages: GrantPages,
    private readonly current: CurrentLogin,
    private readonly continuation: LoginContinuation,
    private readonly forms: Forms,
    private readonly refusals: Refusals,
    private readonly paths: PagePaths,
    private readonly configuration: Configuration,
  ) {}

  /** Gatehouse as authorization servers see it that read such documents. */
  @Get('client.json')
  describe(): object {
    const redirectUris = this.connect.all.map(({ name }) => this.authorizations.redirectUriOf(name));
    const { publicUrl } = this.configuration.server;
    return { client_id: `${publicUrl}${CLIENT_DOCUMENT_PATH}`, ...clientMetadata(redirectUris, 'none') };
  }

  @Get()
  async list(@Query('done') done: unknown, @Res() reply: FastifyReply): Promise<void> {
    rememberLanguage(reply);
    const login = await this.current.find(reply.request);
    if (login === undefined) return this.logInFirst(UPSTREAM_GRANTS_PATH, reply);
    await this.pages.sendList(login, isNotice(done) ? done : undefined, reply);
  }

  @Get(':upstream/connect')
  async offer(@Param('upstream') name: string, @Res() reply: FastifyReply): Promise<void> {
    rememberLanguage(reply);
    const upstream = this.connect.find(name);
    const login = await this.current.find(reply.request);
    if (login === undefined) return this.logInFirst(pathOf(upstream, reply.request), reply);
    if (login.user.mustChangePassword) return seeOther(reply, this.paths.account);
    const link = await this.linkFor(login, upstream, reply.request);
    const offer = await this.connect.offer(upstream, scopesIn(link));
    this.pages.sendOffer(login, upstream, offer, pathOf(upstream, reply.request), reply);
  }

  @Post(':upstream/connect')
  async decide(@Param('upstream') name: string, @Res() reply: FastifyReply): Promise<void> {
    const { request } = reply;
    const upstream = this.connect.find(name);
    const login = (await this.current.find(request)) ?? (await this.forms.refuse('no_cookie', request));
    const link = await this.linkFor(login, upstream, request);
    const offer = await this.connect.offer(upstream, scopesIn(link));
    // The form is for the very server and scopes that it showed.
    const form = await this.forms.read(request, login.secret, offerPurpose(login, upstream, offer));
    if (form.get('decision') !== 'approve') return this.confirm(reply, 'declined');
    const url = await this.connect.start(upstream, personOf(login), offer);
    seeOther(reply, url.href);
  }

  @Get(':upstream/callback')
  async callback(@Param('upstream') name: string, @Res() reply: FastifyReply): Promise<void> {
    const upstream = this.connect.find(name);
    const { request } = reply;
    const login = await this.current.find(request);
    if (login === undefined)
      throw await this.recorded(new ConnectRefusedError('state_unknown'), upstream, request);
    try {
      await this.connect.finish(upstream, personOf(login), queryOf(request.url));
    } catch (error) {
      throw await this.recorded(error, upstream, request);
    }
    // The address of this page holds a code: the next one must not learn it.
    void reply.header('Referrer-Policy', 'no-referrer');
    this.confirm(reply, 'connected');
  }

  @Post(':upstream/disconnect')
  async disconnect(@Param('upstream') name: string, @Res() reply: FastifyReply): Promise<void> {
    const upstream = this.connect.find(name);
    const login =
      (await this.current.find(reply.request)) ?? (await this.forms.refuse('no_cookie', reply.request));
    await this.forms.read(reply.request, login.secret, listPurpose(login));
    await this.revocation.revoke(upstream.name, login.user.id, 'revoked_by_user');
    this.confirm(reply, 'disconnected');
  }

  private logInFirst(path: string, reply: FastifyReply): void {
    this.continuation.remember(reply, path);
    seeOther(reply, this.paths.login);
  }

  /** @throws ConnectRefusedError when the link was made for another person than the one at the browser. */
  private async linkFor(
    { user }: Login,
    upstream: PersonalUpstream,
    request: FastifyRequest,
  ): Promise<LinkQuery> {
    const link = linkQueryOf(request.url);
    if (this.links.isFor(upstream.name, user.id, link)) return link;
    throw await this.recorded(new ConnectRefusedError('other_person'), upstream, request);
  }

  private async recorded(
    error: unknown,
    { name }: PersonalUpstream,
    { ip }: FastifyRequest,
  ): Promise<unknown> {
    if (!(error instanceof ConnectRefusedError)) return error;
    const { reason, further } = error;
    const details = { upstream: name, ...(further !== undefined && { cause: further }) };
    return this.refusals.record(error, { eventType: 'upstream-grant.denied', reason, address: ip, details });
  }

  private confirm(reply: FastifyReply, notice: GrantNotice): void {
    seeOther(reply, `${this.paths.below(UPSTREAM_GRANTS_PATH)}?done=${notice}`);
  }
}

function personOf({ user, session }: Login) {
  return { userId: user.id, sessionId: session.id };
}

/** Below the public URL, with what the link says and nothing else of the query. */
function pathOf({ name }: PersonalUpstream, { url }: FastifyRequest): string {
  const { request, scope } = linkQueryOf(url);
  const query = new URLSearchParams({
    ...(request !== undefined && { request }),
    ...(scope !== undefined && { scope }),
  }).toString();
  return `${UPSTREAM_GRANTS_PATH}/${name}/connect${query === '' ? '' : `?${query}`}`;
}

/** @throws ProblemError 400 for a member that stands there twice. */
function linkQueryOf(url: string): LinkQuery {
  const query = new URLSearchParams(queryOf(url));
  const only = (name: string) => {
    const [value, ...others] = query.getAll(name);
    if (others.length === 0 && (value?.length ?? 0) <= 2_048) return value;
    throw new ProblemError(
      { status: 400, code: 'bad-link', title: 'Bad Request' },
      'The link is not one of ours.',
    );
  };
  return { request: only('request'), scope: only('scope') };
}

function scopesIn({ scope }: LinkQuery): readonly string[] | undefined {
  return scope?.split(' ').filter((each) => each !== '');
}

/** As sent: a parser that folds repeated parameters would hide them. */
function queryOf(url: string): string {
  const queryAt = url.indexOf('?');
  return queryAt < 0 ? '' : url.slice(queryAt + 1);
}

function isNotice(text: unknown): text is GrantNotice {
  return GRANT_NOTICES.some((notice) => notice === text);
}
