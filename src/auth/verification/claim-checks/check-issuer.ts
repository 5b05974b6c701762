import { TokenRefusal } from '../token-refusal.js';
import type { AccessTokenClaims } from './access-token-claims.js';
import type { ClaimContext } from './claim-context.js';

/** RFC 9068 §4: `iss` is this server, byte for byte. */
export function checkIssuer({ iss }: AccessTokenClaims, { issuer }: ClaimContext): void {
  if (iss !== issuer) throw new TokenRefusal('wrong_issuer', 'The access token comes from another issuer.');
}
