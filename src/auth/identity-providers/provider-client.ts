import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  Configuration,
  customFetch,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type IDToken,
  type ServerMetadata,
} from 'openid-client';
import { ServiceUnavailableError } from '../../common/problem-error.js';
import type { IdentityProviderConfiguration } from '../../config/index.js';
import { FetchRefusedError, type GuardedFetcher } from '../../security/fetch/index.js';
import type { ForeignClaims } from '../claim-rules/claim-rules.js';
import type { OpenidDiscovery, ProviderMetadata } from '../discovery/openid-discovery.js';
import { clientAuthentication } from './client-authentication.js';
import { guardedFetch } from './guarded-fetch.js';
import { ProviderLoginRefusedError } from './login-refusal.js';

/** What was made up for one login and has to come back, or to fit what comes back. */
export interface LoginSecrets {
  readonly state: string;
  readonly nonce: string;
  /** RFC 7636. */
  readonly codeVerifier: string;
  /** Seconds since the provider last saw the person prove who they are; undefined = whatever it holds. */
  readonly maxAge?: number | undefined;
}

/** Members of the authorization request beside those every one has. */
export type FurtherParameters = Readonly<Record<string, string>>;

/**
 * A client of one OpenID provider: authorization code flow with PKCE, state and nonce, its answers verified by
 * openid-client (RFC 9207 `iss`; OpenID Connect Core 1.0 §3.1.3.7; the signature of the ID token as well).
 * `resource` is never sent: Entra ID refuses it, and its tokens are not for us but for saying who somebody is.
 */
export class ProviderClient {
  private configured: { metadata: ProviderMetadata; configuration: Configuration } | undefined;

  constructor(
    private readonly provider: IdentityProviderConfiguration,
    private readonly redirectUri: string,
    private readonly discovery: OpenidDiscovery,
    private readonly fetcher: GuardedFetcher,
  ) {}

  /** @throws ServiceUnavailableError when the provider does not answer. */
  async authorizationUrl(secrets: LoginSecrets, further: FurtherParameters): Promise<URL> {
    const { state, nonce, codeVerifier, maxAge } = secrets;
    return buildAuthorizationUrl(await this.configuration(), {
      ...further,
      response_type: 'code',
      redirect_uri: this.redirectUri,
      scope: this.provider.scopes.join(' '),
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
    });
  }

  /**
   * What the provider says of the person who came back with these parameters.
   *
   * @throws ProviderLoginRefusedError when it refused, or its answer is not a good one.
   * @throws ServiceUnavailableError when it does not answer.
   */
  async redeem(parameters: string, secrets: LoginSecrets): Promise<ForeignClaims & { sub: string }> {
    const configuration = await this.configuration();
    try {
      return await this.claimsOf(configuration, parameters, secrets);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  private async claimsOf(
    configuration: Configuration,
    parameters: string,
    { state, nonce, codeVerifier }: LoginSecrets,
  ): Promise<ForeignClaims & { sub: string }> {
    const tokens = await authorizationCodeGrant(configuration, new URL(`${this.redirectUri}?${parameters}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new ProviderLoginRefusedError('provider_answer');
    if (!this.provider.fetchesUserinfo) return claims;
    const information = await fetchUserInfo(configuration, tokens.access_token, claims.sub);
    // What is signed comes last and counts.
    return { ...information, ...(claims as IDToken) };
  }

  /** Made again when the provider has changed its metadata. */
  private async configuration(): Promise<Configuration> {
    const metadata = await this.discovery.find(this.provider.issuer);
    if (metadata === undefined)
      throw new ServiceUnavailableError('The identity provider does not answer; try again shortly.');
    if (this.configured?.metadata !== metadata)
      this.configured = { metadata, configuration: await this.configure(metadata) };
    return this.configured.configuration;
  }

  private async configure(metadata: ProviderMetadata): Promise<Configuration> {
    const { clientId, authentication, algorithms } = this.provider;
    const offered = metadata['id_token_signing_alg_values_supported'];
    const accepted = algorithms.filter((each) => !Array.isArray(offered) || offered.includes(each));
    // The list the library holds the ID token's `alg` against.
    const server = { ...metadata, id_token_signing_alg_values_supported: accepted } as ServerMetadata;
    const configuration = new Configuration(server, clientId, {}, await clientAuthentication(authentication));
    configuration[customFetch] = guardedFetch(this.fetcher);
    enableNonRepudiationChecks(configuration);
    return configuration;
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof ProviderLoginRefusedError) return error;
  if (error instanceof AuthorizationResponseError)
    return new ProviderLoginRefusedError('provider_denied', { cause: error });
  const { cause } = Object(error) as { cause?: unknown };
  if (cause instanceof FetchRefusedError)
    return new ServiceUnavailableError('The identity provider does not answer; try again shortly.', {
      cause: error,
    });
  return new ProviderLoginRefusedError('provider_answer', { cause: error });
}
