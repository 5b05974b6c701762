import type { TokenEndpointResponse } from 'openid-client';
import { AuthorizationError } from './authorization-error.js';

/** What a token endpoint gave. Secret, all of it. */
export interface IssuedToken {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** Seconds; undefined when the server says nothing, or nothing that can be believed. */
  readonly expiresIn: number | undefined;
  /** As granted; undefined = as asked for. */
  readonly scope: string | undefined;
}

/** What a header can carry (RFC 6750 §2.1 allows less). */
const SENDABLE = /^[\x21-\x7e]{1,16384}$/;
const LONGEST_LIFETIME = 31_536_000;
/** Seconds before its end from which a token is not used any more: a request must reach the server with it. */
const MARGIN = 30;

/** Seconds for which a token of this lifetime is used. Of one that lives for less than a minute half is margin. */
export function usableFor(lifetime: number): number {
  return Math.max(lifetime - MARGIN, lifetime / 2);
}

/** @throws AuthorizationError when it cannot be sent. */
export function issuedToken(response: TokenEndpointResponse): IssuedToken {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: lifetime, scope } = response;
  if (!SENDABLE.test(accessToken)) throw new AuthorizationError('answer_invalid');
  const isKnown = lifetime !== undefined && Number.isFinite(lifetime) && lifetime >= 0;
  return {
    accessToken,
    refreshToken,
    expiresIn: isKnown ? Math.min(lifetime, LONGEST_LIFETIME) : undefined,
    scope: scope === undefined ? undefined : scope.slice(0, 2_048),
  };
}
