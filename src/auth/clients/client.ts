/** The methods that need a secret. */
export const SECRET_METHODS = ['client_secret_basic', 'client_secret_post'] as const;
/** RFC 7591 §2 `token_endpoint_auth_method`: how a client proves who it is. */
export const CLIENT_AUTHENTICATION_METHODS = [...SECRET_METHODS, 'private_key_jwt', 'none'] as const;
export type ClientAuthenticationMethodName = (typeof CLIENT_AUTHENTICATION_METHODS)[number];

/** RFC 7518 §3.1 algorithms a client's access tokens may be signed with. */
export const TOKEN_SIGNING_ALGORITHMS = ['ES256', 'RS256', 'PS256'] as const;
export type TokenSigningAlgorithm = (typeof TOKEN_SIGNING_ALGORITHMS)[number];

/** RFC 6749 Appendix A.1 without the space; the size is ours, long enough for the URL of a metadata document. */
export const CLIENT_ID = /^[\x21-\x7E]{1,512}$/;

/** OpenID Connect Registration 1.0 §2. */
export type ApplicationType = 'web' | 'native';

export type ClientStatus = 'active' | 'disabled';

/** Who registered the client: an administrator, the client itself (RFC 7591), or the document its id points to. */
export type RegistrationOrigin = 'administrator' | 'dynamic' | 'metadata-document';

/** RFC 7517 §5. */
export interface JsonWebKeySet {
  readonly keys: readonly object[];
}

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
  /** Where authorization responses may go (RFC 6749 §3.1.2); none for a client without a browser. */
  readonly redirectUris: readonly string[];
  /** OpenID Connect RP-Initiated Logout 1.0 §3.1. */
  readonly postLogoutRedirectUris: readonly string[];
  /** OpenID Connect Registration 1.0 §2: decides which redirect URIs may be registered. */
  readonly applicationType: ApplicationType;
  /** RFC 7591 §2: keys by value, or where they are; never both. */
  readonly jwks: JsonWebKeySet | undefined;
  readonly jwksUri: string | undefined;
  readonly clientUri: string | undefined;
  readonly logoUri: string | undefined;
  readonly policyUri: string | undefined;
  readonly tosUri: string | undefined;
  readonly idTokenSigningAlgorithm: TokenSigningAlgorithm;
  readonly registrationOrigin: RegistrationOrigin;
  /** Seconds during which a used refresh token gets the same successor again; 0 = never. */
  readonly refreshRetrySeconds: number;
  /** Until when a metadata document is believed without fetching it again. */
  readonly metadataFreshUntil: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly createdAt: Date;
}

/** Whether the client may be served at all at the given time. */
export function isUsable(client: Client, now: Date): boolean {
  return client.status === 'active' && (client.expiresAt === undefined || client.expiresAt > now);
}

/** Whether the client can keep no secret (RFC 6749 §2.1): `none` is its only way to say who it is. */
export function isPublicClient(client: Client): boolean {
  return client.tokenEndpointAuthMethods.every((method) => method === 'none');
}

/**
 * Tells a client from one that had its id before and was deleted, with the revocations of its tokens. Not by the clock:
 * those of the database and of the replicas differ.
 */
export function registrationOf(client: Client): string {
  return client.createdAt.getTime().toString(36);
}
