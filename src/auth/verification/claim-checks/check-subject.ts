import { TokenRefusal } from '../token-refusal.js';
import type { AccessTokenClaims } from './access-token-claims.js';

/** Tokens are issued to clients for themselves; any other subject is somebody this server does not know. */
export function checkSubject({ sub, client_id: clientId }: AccessTokenClaims): void {
  if (sub !== clientId)
    throw new TokenRefusal('unknown_subject', 'The subject of the access token is not known.');
}
