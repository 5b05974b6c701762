import type { IdentityProviderAuthentication } from '../federation/federation.js';

/** RFC 7591 §2 `token_endpoint_auth_method`, of which Gatehouse knows these as a client. */
export const UPSTREAM_CLIENT_AUTHENTICATIONS = [
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
  'none',
] as const;

/** How Gatehouse proves itself at the authorization server of an upstream. */
export type UpstreamClientAuthentication = IdentityProviderAuthentication | { readonly method: 'none' };

/** Gatehouse as a client of the authorization server that an upstream trusts. */
export interface UpstreamAuthorization {
  /** Undefined = discovered from the upstream (RFC 9728), unless the token endpoint is named. */
  readonly issuer: string | undefined;
  readonly tokenEndpoint: string | undefined;
  /** Hosts with ports that may be asked though their address is not public, or they have no TLS. */
  readonly privateHosts: readonly string[];
  /** Undefined = registered there by us (RFC 7591), for people's grants only. */
  readonly clientId: string | undefined;
  readonly authentication: UpstreamClientAuthentication;
  /** The most that is ever asked for; undefined = what the upstream says it needs. */
  readonly scopes: readonly string[] | undefined;
  /** RFC 8707; undefined = what the upstream calls itself, else its URL. */
  readonly resource: string | undefined;
}

/** Identities that are tokens of an authorization server. */
export type AuthorizedIdentity =
  | { readonly kind: 'client_credentials' | 'per_person'; readonly authorization: UpstreamAuthorization }
  | {
      readonly kind: 'token_exchange';
      readonly authorization: UpstreamAuthorization;
      /** RFC 8693 §2.1 `audience`, beside `resource`. */
      readonly audience: string | undefined;
      /** Whether the client that acts for the person is named, too (RFC 8693 §2.1 `actor_token`). */
      readonly sendsActor: boolean;
    };
