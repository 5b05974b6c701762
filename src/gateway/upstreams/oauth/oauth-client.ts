import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  clientCredentialsGrant,
  Configuration,
  customFetch,
  genericGrantRequest,
  refreshTokenGrant,
  ResponseBodyError,
  tokenRevocation,
  WWWAuthenticateChallengeError,
  type TokenEndpointResponse,
} from 'openid-client';
import { guardedFetch, clientAuthentication } from '../../../auth/index.js';
import type { UpstreamClientAuthentication } from '../../../config/index.js';
import { FetchRefusedError, type GuardedFetcher } from '../../../security/fetch/index.js';
import { AuthorizationError } from './authorization-error.js';
import type { AuthorizationServer } from './authorization-server.js';
import { issuedToken, type IssuedToken } from './issued-token.js';

/** Who Gatehouse is at an authorization server. */
export interface ClientIdentity {
  readonly clientId: string;
  readonly authentication: UpstreamClientAuthentication;
}

/** What is made up for one authorization request, and has to fit its answer. */
export interface RequestSecrets {
  readonly state: string;
  /** RFC 7636. */
  readonly codeVerifier: string;
}

const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ERROR_CODE = /^[a-z_]{1,64}$/;

/** Gatehouse as a client of the authorization server of one upstream. */
export class OAuthClient {
  private constructor(
    private readonly configuration: Configuration,
    readonly server: AuthorizationServer,
  ) {}

  /** @param privateHosts hosts with ports that the file declares. */
  static async create(
    server: AuthorizationServer,
    { clientId, authentication }: ClientIdentity,
    fetcher: GuardedFetcher,
    privateHosts: readonly string[],
  ): Promise<OAuthClient> {
    const method = await clientAuthentication(authentication);
    const configuration = new Configuration(server.metadata, clientId, {}, method);
    // Whether a host may be asked without TLS is for the guarded fetcher to say.
    allowInsecureRequests(configuration);
    configuration[customFetch] = guardedFetch(fetcher, { privateHosts, allowPlainHttp: true });
    return new OAuthClient(configuration, server);
  }

  /** RFC 6749 §4.4. @throws AuthorizationError */
  clientCredentials(scopes: readonly string[] | undefined): Promise<IssuedToken> {
    return this.granted(() => clientCredentialsGrant(this.configuration, this.parameters(scopes)));
  }

  /** RFC 8693 §2. @throws AuthorizationError */
  exchange(
    subject: Readonly<Record<string, string>>,
    scopes: readonly string[] | undefined,
  ): Promise<IssuedToken> {
    const parameters = { ...this.parameters(scopes), ...subject };
    return this.granted(() => genericGrantRequest(this.configuration, TOKEN_EXCHANGE, parameters));
  }

  /**
   * Where a person is sent to allow it (RFC 6749 §4.1.1, PKCE with S256).
   *
   * @throws AuthorizationError when the server does not say that it knows PKCE, or where people are to be sent.
   */
  async authorizationUrl(
    redirectUri: string,
    { state, codeVerifier }: RequestSecrets,
    scopes: readonly string[] | undefined,
  ): Promise<URL> {
    const { code_challenge_methods_supported: methods, authorization_endpoint: endpoint } =
      this.server.metadata;
    // MCP, authorization code protection: without that word there may be no protection.
    if (methods?.includes('S256') !== true) throw new AuthorizationError('pkce_missing');
    if (endpoint === undefined || !/^https?:\/\//.test(endpoint))
      throw new AuthorizationError('metadata_invalid');
    return buildAuthorizationUrl(this.configuration, {
      ...this.parameters(scopes),
      response_type: 'code',
      redirect_uri: redirectUri,
      state,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * What the person brought back, for tokens. State and issuer (RFC 9207) are checked before anything is sent.
   *
   * @param query as it came.
   * @throws AuthorizationError
   */
  redeem(redirectUri: string, query: string, { state, codeVerifier }: RequestSecrets): Promise<IssuedToken> {
    const { resource } = this.server;
    const checks = { expectedState: state, pkceCodeVerifier: codeVerifier };
    return this.granted(() =>
      authorizationCodeGrant(this.configuration, new URL(`${redirectUri}?${query}`), checks, { resource }),
    );
  }

  /** RFC 6749 §6; the scopes stay as they were granted. @throws AuthorizationError */
  refresh(refreshToken: string): Promise<IssuedToken> {
    const { resource } = this.server;
    return this.granted(() => refreshTokenGrant(this.configuration, refreshToken, { resource }));
  }

  /** RFC 7009, where the server offers it. @throws AuthorizationError */
  async revoke(token: string): Promise<void> {
    if (this.server.metadata.revocation_endpoint === undefined) return;
    await tokenRevocation(this.configuration, token).catch((error: unknown) => {
      throw authorizationErrorOf(error);
    });
  }

  private parameters(scopes: readonly string[] | undefined): Record<string, string> {
    const { resource } = this.server;
    return { resource, ...(scopes !== undefined && scopes.length > 0 && { scope: scopes.join(' ') }) };
  }

  private async granted(request: () => Promise<TokenEndpointResponse>): Promise<IssuedToken> {
    try {
      return issuedToken(await request());
    } catch (error) {
      throw authorizationErrorOf(error);
    }
  }
}

/** Of what the library throws only the kind: its errors hold the whole answer. */
export function authorizationErrorOf(error: unknown): AuthorizationError {
  if (error instanceof AuthorizationError) return error;
  if (error instanceof ResponseBodyError)
    return new AuthorizationError('refused', ERROR_CODE.test(error.error) ? error.error : undefined);
  if (error instanceof AuthorizationResponseError)
    return new AuthorizationError('refused', ERROR_CODE.test(error.error) ? error.error : undefined);
  if (error instanceof WWWAuthenticateChallengeError)
    return new AuthorizationError('refused', 'invalid_client');
  for (let cause = error, depth = 0; depth < 4 && cause !== undefined; depth += 1) {
    if (cause instanceof FetchRefusedError) return new AuthorizationError('unreachable', cause.reason);
    cause = (Object(cause) as { cause?: unknown }).cause;
  }
  return new AuthorizationError('answer_invalid');
}
