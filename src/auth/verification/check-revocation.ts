import type { RevocationList } from '../revocation/revocation-list.js';
import type { AccessTokenClaims } from './claim-checks/access-token-claims.js';
import { TokenRefusal } from './token-refusal.js';

/** RFC 7009 for tokens that need no lookup otherwise: what was revoked is refused before its end. */
export function checkRevocation(revocations: RevocationList, claims: AccessTokenClaims): void {
  if (!revocations.has(claims.jti, claims.fid)) return;
  throw new TokenRefusal('token_revoked', 'The access token was revoked.');
}
