/**
 * OpenID Connect Core 1.0 §5.4 and §11: they say which claims about a person a client may see, and whether it may
 * act while they are away. They give no access to anything, so they stand outside of the scope hierarchy.
 */
export const IDENTITY_SCOPES = ['openid', 'profile', 'email', 'offline_access'] as const;
export type IdentityScope = (typeof IDENTITY_SCOPES)[number];

const NAMES: ReadonlySet<string> = new Set(IDENTITY_SCOPES);

export function isIdentityScope(scope: string): scope is IdentityScope {
  return NAMES.has(scope);
}

/** What decides about a client's identity scopes: the lists of its registration. */
export interface IdentityScopeHolder {
  readonly scopes: readonly string[];
  readonly defaultScopes: readonly string[];
  readonly grantTypes: readonly string[];
}

/**
 * The identity scopes a client may ask a person for: those it is registered for (RFC 7591 §2 `scope`).
 * `offline_access` tells nothing of a person: whoever is registered for `refresh_token` may have it. MCP clients
 * add it to whatever they were registered with.
 */
export function identityScopesOf({
  scopes,
  defaultScopes,
  grantTypes,
}: IdentityScopeHolder): IdentityScope[] {
  const isRefreshed = grantTypes.includes('refresh_token');
  return IDENTITY_SCOPES.filter((scope) => {
    if (scope === 'offline_access' && isRefreshed) return true;
    return scopes.includes(scope) || defaultScopes.includes(scope);
  });
}
