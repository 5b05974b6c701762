import { Injectable } from '@nestjs/common';
import { ProblemError, ServiceUnavailableError } from '../../../common/problem-error.js';
import { Configuration } from '../../../config/index.js';
import { randomSecret } from '../../../security/crypto/index.js';
import { FetchRefusedError, GuardedFetcher } from '../../../security/fetch/index.js';
import { UpstreamAuthorizations } from '../credentials/upstream-authorizations.js';
import { UpstreamTokenRecords } from '../credentials/upstream-token-records.js';
import { AuthorizationError } from '../oauth/authorization-error.js';
import { challengeIn } from '../oauth/challenge.js';
import type { UpstreamAuthorizationClient } from '../oauth/upstream-authorization-client.js';
import { ConnectRefusedError } from './connect-refused.error.js';
import { PendingGrants } from './pending-grants.repository.js';
import { personalUpstreams, type PersonalUpstream } from './personal-upstreams.js';
import { UpstreamGrants } from './upstream-grants.js';

/** Who is at the browser. */
export interface ConnectingPerson {
  readonly userId: string;
  readonly sessionId: string;
}

/** What a person is asked to allow. */
export interface ConnectOffer {
  /** RFC 8414 `issuer` of the server they are sent to. */
  readonly issuer: string;
  readonly scopes: readonly string[] | undefined;
}

const OFFLINE = 'offline_access';
const PROBE = { maximumBytes: 256 * 1024, timeoutMs: 8_000 };
const WELL_FORMED_STATE = /^[\w-]{43}$/;

/** Sends people to the authorization servers of upstreams, and takes what they bring back. */
@Injectable()
export class UpstreamConnect {
  constructor(
    private readonly authorizations: UpstreamAuthorizations,
    private readonly pending: PendingGrants,
    private readonly grants: UpstreamGrants,
    private readonly records: UpstreamTokenRecords,
    private readonly fetcher: GuardedFetcher,
    private readonly configuration: Configuration,
  ) {}

  /** @throws ProblemError 404 when the file declares no such upstream. */
  find(upstream: string): PersonalUpstream {
    const found = personalUpstreams(this.configuration).find(({ name }) => name === upstream);
    if (found !== undefined) return found;
    const problem = { status: 404, code: 'unknown-upstream', title: 'Not Found' };
    throw new ProblemError(problem, 'People have no grants of their own at a server of this name.');
  }

  get all(): readonly PersonalUpstream[] {
    return personalUpstreams(this.configuration);
  }

  /**
   * @param scopes in place of those that are asked for anyhow.
   * @throws ServiceUnavailableError when the server is not found or not to be trusted.
   */
  offer(upstream: PersonalUpstream, scopes: readonly string[] | undefined): Promise<ConnectOffer> {
    return available(async () => {
      const authorization = await this.known(upstream);
      const { metadata } = (await authorization.client()).server;
      const asked = scopes ?? (await authorization.scopes());
      return {
        issuer: metadata.issuer,
        scopes: this.withOffline(upstream, asked, metadata.scopes_supported),
      };
    });
  }

  /** Where the person goes next. What they bring back is good in this login only, once, for 10 minutes. */
  start(
    upstream: PersonalUpstream,
    person: ConnectingPerson,
    { issuer, scopes }: ConnectOffer,
  ): Promise<URL> {
    return available(async () => {
      const client = await (await this.known(upstream)).client();
      const secrets = { state: randomSecret(), codeVerifier: randomSecret(), issuer, scopes };
      const redirectUri = this.authorizations.redirectUriOf(upstream.name);
      const url = await client.authorizationUrl(redirectUri, secrets, scopes);
      await this.pending.insert({ upstream: upstream.name, ...person, secrets });
      return url;
    });
  }

  /**
   * Keeps what the person granted.
   *
   * @param query of the callback, as sent.
   * @throws ConnectRefusedError when it was not begun in this login, or the answer is not a good one.
   * @throws ServiceUnavailableError when the server or the database does not answer.
   */
  async finish(upstream: PersonalUpstream, person: ConnectingPerson, query: string): Promise<void> {
    const { name } = upstream;
    const state = onlyState(query);
    const secrets =
      state === undefined ? undefined : await this.pending.take(state, { upstream: name, ...person });
    if (secrets === undefined) throw new ConnectRefusedError('state_unknown');
    await available(async () => {
      const client = await (await this.known(upstream)).client();
      // MCP, mix-up: who answers must be whom they were sent to.
      if (client.server.metadata.issuer !== secrets.issuer) throw new AuthorizationError('issuer_mismatch');
      const redirectUri = this.authorizations.redirectUriOf(name);
      const token = await this.records.recorded(name, 'authorization_code', false, () =>
        client.redeem(redirectUri, query, secrets),
      );
      const scope = token.scope ?? secrets.scopes?.join(' ');
      await this.grants.grant(name, person.userId, secrets.issuer, { ...token, scope });
    });
  }

  /** Asked without a token, an upstream says where its tokens come from, and which scopes it wants. */
  private async known({ name, transport, identity }: PersonalUpstream): Promise<UpstreamAuthorizationClient> {
    const authorization = this.authorizations.of(name, transport, identity);
    if (authorization.isKnown) return authorization;
    const response = await this.fetcher
      .fetch(transport.url, {
        ...PROBE,
        ...{ method: 'POST', body: PROBE_MESSAGE, allowPlainHttp: true },
        headers: { 'Content-Type': 'application/json' },
        accept: 'application/json, text/event-stream',
        privateHosts: authorization.privateHosts,
      })
      .catch((error: unknown) => {
        if (error instanceof FetchRefusedError) return undefined;
        throw error;
      });
    const challenge = challengeIn(response?.status, response?.headers.get('www-authenticate'));
    if (challenge?.status === 401) await authorization.learn(challenge);
    return authorization;
  }

  /** MCP, refresh tokens: asked for where the server offers them, unless the file has the last word. */
  private withOffline(
    { identity }: PersonalUpstream,
    scopes: readonly string[] | undefined,
    offered: readonly string[] | undefined,
  ): readonly string[] | undefined {
    if (identity.authorization.scopes !== undefined || offered?.includes(OFFLINE) !== true) return scopes;
    return [...new Set([...(scopes ?? []), OFFLINE])];
  }
}

const PROBE_MESSAGE = JSON.stringify({ jsonrpc: '2.0', id: 'gatehouse-probe', method: 'ping' });

/** @throws ConnectRefusedError for what the server answered, ServiceUnavailableError when it did not. */
async function available<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AuthorizationError)) throw error;
    if (error.code === 'access_denied') throw new ConnectRefusedError('denied_there');
    if (
      error.failure === 'refused' ||
      error.failure === 'answer_invalid' ||
      error.failure === 'issuer_mismatch'
    )
      throw new ConnectRefusedError('answer_refused', error.reason);
    throw new ServiceUnavailableError(
      `The authorization server cannot be used at the moment: ${error.failure.replaceAll('_', ' ')}.`,
    );
  }
}

/** Undefined unless there is one, of the kind we make. */
function onlyState(query: string): string | undefined {
  const [state, ...others] = new URLSearchParams(query).getAll('state');
  return others.length === 0 && state !== undefined && WELL_FORMED_STATE.test(state) ? state : undefined;
}
