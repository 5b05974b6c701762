import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Forms,
  PagePaths,
  requestLanguage,
  sendPage,
  UPSTREAM_GRANTS_PATH,
  type Login,
} from '../../../auth/index.js';
import { Clock } from '../../../common/clock.js';
import { connectPage } from './pages/connect-page.js';
import type { GrantNotice } from './pages/grant-texts.js';
import { grantsPage } from './pages/grants-page.js';
import type { PersonalUpstream } from './personal-upstreams.js';
import { UpstreamConnect, type ConnectOffer } from './upstream-connect.js';
import { UpstreamGrants } from './upstream-grants.js';

/** Of the forms that take something back. */
export function listPurpose({ session }: Login): string {
  return `upstreams ${session.id}`;
}

/** Of the decision: for the person, the server they are sent to, and the very scopes they were shown. */
export function offerPurpose({ session }: Login, { name }: PersonalUpstream, offer: ConnectOffer): string {
  return `upstream ${name} ${session.id} ${offer.issuer} ${offer.scopes?.join(' ') ?? ''}`;
}

/** The pages about grants at other MCP servers. */
@Injectable()
export class GrantPages {
  constructor(
    private readonly connect: UpstreamConnect,
    private readonly grants: UpstreamGrants,
    private readonly forms: Forms,
    private readonly paths: PagePaths,
    private readonly clock: Clock,
  ) {}

  async sendList(login: Login, done: GrantNotice | undefined, reply: FastifyReply): Promise<void> {
    const granted = new Map((await this.grants.list(login.user.id)).map((grant) => [grant.upstream, grant]));
    const page = grantsPage({
      language: requestLanguage(reply.request),
      path: this.paths.below(UPSTREAM_GRANTS_PATH),
      accountPath: this.paths.account,
      csrf: this.forms.token(login.secret, listPurpose(login)),
      now: this.clock.now(),
      grants: this.connect.all.map(({ name, title }) => {
        const { scope, grantedAt } = granted.get(name) ?? {};
        return { name, title, scope, grantedAt };
      }),
      done,
    });
    sendPage(reply, 200, page);
  }

  /** @param path of the page itself, below the public URL. */
  sendOffer(
    login: Login,
    upstream: PersonalUpstream,
    offer: ConnectOffer,
    path: string,
    reply: FastifyReply,
  ): void {
    const { displayName, username } = login.user;
    const page = connectPage({
      language: requestLanguage(reply.request),
      path: this.paths.below(path),
      csrf: this.forms.token(login.secret, offerPurpose(login, upstream, offer)),
      scope: offer.scopes === undefined || offer.scopes.length === 0 ? undefined : offer.scopes.join(' '),
      title: upstream.title,
      serverHost: new URL(upstream.transport.url).host,
      issuerHost: new URL(offer.issuer).host,
      person: displayName ?? username,
    });
    sendPage(reply, 200, page, { formTargets: [offer.issuer] });
  }
}
