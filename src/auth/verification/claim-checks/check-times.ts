import { TokenRefusal } from '../token-refusal.js';
import type { AccessTokenClaims } from './access-token-claims.js';
import { CLOCK_SKEW_SECONDS, type ClaimContext } from './claim-context.js';

/** RFC 7519 §4.1.4: on or after `exp` a token is not accepted. Asked again for every use of a cached token. */
export function checkExpiry(expiresAt: number, now: number): void {
  if (now >= expiresAt) throw new TokenRefusal('token_expired', 'The access token has expired.');
}

/** RFC 7519 §4.1.4 to §4.1.6. */
export function checkTimes({ exp, iat, nbf }: AccessTokenClaims, { now }: ClaimContext): void {
  checkExpiry(exp, now);
  if (Math.max(iat, nbf ?? 0) > now + CLOCK_SKEW_SECONDS) {
    throw new TokenRefusal('token_not_yet_valid', 'The access token is not valid yet.');
  }
}
