import type { RefreshToken } from '../refresh-tokens/refresh-token.js';
import type { VerifiedToken } from '../verification/access-token-verifier.js';

/** RFC 7662 §2.2, names as registered. */
export interface ActiveToken {
  readonly active: true;
  readonly scope: string;
  readonly client_id: string;
  readonly token_type?: 'Bearer';
  readonly exp: number;
  readonly iat: number;
  readonly nbf?: number;
  readonly sub: string;
  readonly aud: string | readonly string[];
  readonly iss: string;
  readonly jti?: string;
}

export type IntrospectionResponse = ActiveToken | { readonly active: false };

/** RFC 7662 §2.2: nothing more is said, whatever the cause. */
export const INACTIVE = { active: false } as const;

/** What the token allows at this moment, which may be less than when it was issued. Names and addresses are not told. */
export function describeAccessToken({ claims, principal }: VerifiedToken): ActiveToken {
  return {
    active: true,
    scope: principal.scopes.join(' '),
    client_id: claims.client_id,
    token_type: 'Bearer',
    exp: Math.floor(principal.expiresAt),
    iat: claims.iat,
    ...(claims.nbf === undefined ? {} : { nbf: claims.nbf }),
    sub: claims.sub,
    aud: singleOrList(claims.aud),
    iss: claims.iss,
    jti: claims.jti,
  };
}

/** No `token_type`: a refresh token is not used at a resource (RFC 6749 §7.1). */
export function describeRefreshToken(token: RefreshToken, issuer: string): ActiveToken {
  const { family, expiresAt, createdAt } = token;
  return {
    active: true,
    scope: family.scopes.join(' '),
    client_id: family.clientId,
    exp: toEpochSeconds(expiresAt),
    iat: toEpochSeconds(createdAt),
    sub: family.userId,
    aud: singleOrList(family.audience),
    iss: issuer,
  };
}

function singleOrList(audience: readonly string[]): string | readonly string[] {
  const [first = '', ...others] = audience;
  return others.length === 0 ? first : audience;
}

function toEpochSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
