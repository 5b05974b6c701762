import { TokenRefusal } from '../token-refusal.js';
import type { AccessTokenClaims } from './access-token-claims.js';

/**
 * Without a token family a token is the client's own, and its subject is the client (RFC 9068 §2.2);
 * any other subject is somebody this server does not know.
 */
export function checkSubject({ sub, fid, client_id: clientId }: AccessTokenClaims): void {
  if (fid === undefined && sub !== clientId)
    throw new TokenRefusal('unknown_subject', 'The subject of the access token is not known.');
}
