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
