/** RFC 7591 §2 `token_endpoint_auth_method`: how a client proves who it is. */
export const CLIENT_AUTHENTICATION_METHODS = ['client_secret_basic', 'client_secret_post'] as const;
export type ClientAuthenticationMethodName = (typeof CLIENT_AUTHENTICATION_METHODS)[number];

/** RFC 7518 §3.1 algorithms a client's access tokens may be signed with. */
export const TOKEN_SIGNING_ALGORITHMS = ['ES256', 'RS256', 'PS256'] as const;
export type TokenSigningAlgorithm = (typeof TOKEN_SIGNING_ALGORITHMS)[number];

/** RFC 6749 Appendix A.1 without the space; the size is ours. */
export const CLIENT_ID = /^[\x21-\x7E]{1,128}$/;

export type ClientStatus = 'active' | 'disabled';

/** A client of the authorization server (RFC 6749 §2), as registered. */
export interface Client {
  readonly clientId: string;
  readonly clientName: string;
  /** Digest of the secret; the secret itself is shown once and never stored. */
  readonly secretDigest: string | undefined;
  readonly tokenEndpointAuthMethods: readonly ClientAuthenticationMethodName[];
  readonly grantTypes: readonly string[];
  /** Scopes it may ask for, beside what its roles give. */
  readonly scopes: readonly string[];
  /** Scopes it gets when it asks for none. */
  readonly defaultScopes: readonly string[];
  readonly roles: readonly string[];
  /** What its tokens are good for: resource URLs and plain names. The default of `aud`, and the limit of `resource`. */
  readonly audiences: readonly string[];
  readonly tokenSigningAlgorithm: TokenSigningAlgorithm;
  readonly status: ClientStatus;
  readonly expiresAt: Date | undefined;
  readonly createdAt: Date;
}

/** Whether the client may be served at all at the given time. */
export function isUsable(client: Client, now: Date): boolean {
  return client.status === 'active' && (client.expiresAt === undefined || client.expiresAt > now);
}
