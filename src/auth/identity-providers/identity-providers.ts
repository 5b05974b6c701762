import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../common/clock.js';
import { ProblemError } from '../../common/problem-error.js';
import { Configuration, type IdentityProviderConfiguration } from '../../config/index.js';
import { randomSecret } from '../../security/crypto/index.js';
import { GuardedFetcher } from '../../security/fetch/index.js';
import { BrowserCookie } from '../authorize/browser-cookie.js';
import type { PendingAuthorization } from '../authorize/pending-authorization.js';
import { OpenidDiscovery } from '../discovery/openid-discovery.js';
import { IDENTITY_PROVIDER_PATH } from '../oauth-endpoints.js';
import type { User } from '../users/user.js';
import { authenticationTime } from './authentication-time.js';
import { ProviderLoginRefusedError } from './login-refusal.js';
import { ProviderClient, type FurtherParameters } from './provider-client.js';
import { ProviderLogins } from './provider-logins.repository.js';
import { ProviderPeople } from './provider-people.js';
import { profileOf } from './provider-profile.js';

/** A provider as the login page offers it. */
export interface ListedProvider {
  readonly id: string;
  readonly displayName: { readonly en: string; readonly ko: string };
}

/** Somebody who came back from a provider as who they say they are. */
export interface FinishedLogin {
  readonly user: User;
  /** When they proved it; undefined when the provider does not say. */
  readonly authenticatedAt: Date | undefined;
  /** The authorization request that waits for them; undefined when they came by themselves. */
  readonly pendingId: string | undefined;
}

/** The OpenID providers through which people log in. */
@Injectable()
export class IdentityProviders {
  private readonly providers: ReadonlyMap<
    string,
    { readonly provider: IdentityProviderConfiguration; readonly client: ProviderClient }
  >;

  constructor(
    private readonly logins: ProviderLogins,
    private readonly people: ProviderPeople,
    private readonly cookie: BrowserCookie,
    private readonly clock: Clock,
    discovery: OpenidDiscovery,
    fetcher: GuardedFetcher,
    { identityProviders, server }: Configuration,
  ) {
    const callbackOf = (id: string) => `${server.publicUrl}${IDENTITY_PROVIDER_PATH}/${id}/callback`;
    this.providers = new Map(
      identityProviders.map((provider) => {
        const client = new ProviderClient(provider, callbackOf(provider.id), discovery, fetcher);
        return [provider.id, { provider, client }];
      }),
    );
  }

  /** In the order of the file. */
  list(): ListedProvider[] {
    return [...this.providers.values()].map(({ provider: { id, displayName } }) => ({ id, displayName }));
  }

  /**
   * Sends the browser to the provider (303). What it brings back is good in this browser only, once, for 10 minutes.
   *
   * @param pending what waits for the login; undefined when the person came by themselves.
   * @throws ProblemError 404 when there is no such provider.
   * @throws ServiceUnavailableError when the provider or the database does not answer.
   */
  async startLogin(
    pending: PendingAuthorization | undefined,
    providerId: string,
    reply: FastifyReply,
  ): Promise<void> {
    const { client } = this.find(providerId);
    const secrets = {
      state: randomSecret(),
      nonce: randomSecret(),
      codeVerifier: randomSecret(),
      // A provider that is asked for an age has to say when the login was.
      maxAge: pending?.prompt.includes('login') === true ? 0 : pending?.maxAge,
    };
    const url = await client.authorizationUrl(secrets, furtherParameters(pending));
    const browserSecret = this.cookie.obtain(reply.request, reply);
    await this.logins.insert({ providerId, browserSecret, pendingId: pending?.id, secrets });
    void reply.status(303).headers({ Location: url.href, 'Cache-Control': 'no-store' }).send();
  }

  /**
   * Who came back.
   *
   * @param query of the callback, as sent.
   * @throws ProviderLoginRefusedError when it was not this browser's login, or the person is not let in.
   * @throws ProblemError 404 when there is no such provider.
   * @throws ServiceUnavailableError when the provider or the database does not answer.
   */
  async finishLogin(providerId: string, query: string, request: FastifyRequest): Promise<FinishedLogin> {
    const { provider, client } = this.find(providerId);
    const browserSecrets = this.cookie.secrets(request);
    const state = onlyState(query);
    const login = state === undefined ? undefined : await this.logins.take(providerId, state, browserSecrets);
    if (login === undefined) throw new ProviderLoginRefusedError('state_unknown');
    const claims = await client.redeem(query, login.secrets);
    const { secrets, startedAt, pendingId } = login;
    const demand = { maxAge: secrets.maxAge, startedAt };
    const authenticatedAt = authenticationTime(claims, demand, this.clock.now());
    const user = await this.people.authenticate(provider, profileOf(provider, claims));
    return { user, authenticatedAt, pendingId };
  }

  private find(providerId: string) {
    const found = this.providers.get(providerId);
    if (found !== undefined) return found;
    const problem = { status: 404, code: 'unknown-identity-provider', title: 'Not Found' };
    throw new ProblemError(problem, 'There is no such identity provider.');
  }
}

/** What the client asks of the login is asked of who performs it (OpenID Connect Core 1.0 §3.1.2.1). */
function furtherParameters(pending: PendingAuthorization | undefined): FurtherParameters {
  const parameters: Record<string, string> = {};
  const prompt = (pending?.prompt ?? []).filter((each) => each === 'login' || each === 'select_account');
  if (prompt.length > 0) parameters['prompt'] = prompt.join(' ');
  if (pending?.loginHint !== undefined) parameters['login_hint'] = pending.loginHint;
  if (pending !== undefined && pending.uiLocales.length > 0)
    parameters['ui_locales'] = pending.uiLocales.join(' ');
  return parameters;
}

/** Undefined unless there is one, of the kind this server makes. */
function onlyState(query: string): string | undefined {
  const [state, ...others] = new URLSearchParams(query).getAll('state');
  return others.length === 0 && state !== undefined && /^[\w-]{43}$/.test(state) ? state : undefined;
}
