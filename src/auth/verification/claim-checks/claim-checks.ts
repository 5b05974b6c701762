import type { AccessTokenClaims } from './access-token-claims.js';
import { checkIssuer } from './check-issuer.js';
import { checkSubject } from './check-subject.js';
import { checkTimes } from './check-times.js';
import type { ClaimContext } from './claim-context.js';

/** What the claims decide for every resource alike, after the signature; each throws TokenRefusal. */
export const CLAIM_CHECKS: readonly ((claims: AccessTokenClaims, context: ClaimContext) => void)[] = [
  checkIssuer,
  checkTimes,
  checkSubject,
];
