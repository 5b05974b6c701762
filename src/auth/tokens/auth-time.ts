/** OpenID Connect Core 1.0 §2 `auth_time`, as far as it is known when the person logged in. */
export function authTime(authenticatedAt: Date | null | undefined): { readonly auth_time?: number } {
  if (authenticatedAt === null || authenticatedAt === undefined) return {};
  return { auth_time: Math.floor(authenticatedAt.getTime() / 1_000) };
}
