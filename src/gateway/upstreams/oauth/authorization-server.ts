import type { ServerMetadata } from 'openid-client';

/** An authorization server that an upstream trusts, and what tokens for that upstream are asked for with. */
export interface AuthorizationServer {
  readonly metadata: ServerMetadata;
  /** RFC 8707: whom tokens are to be for. */
  readonly resource: string;
  /** RFC 9728 `scopes_supported` of the upstream. */
  readonly scopesOfResource: readonly string[] | undefined;
}
