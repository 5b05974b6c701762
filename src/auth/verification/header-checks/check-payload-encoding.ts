import type { JoseHeader } from '../parse-token.js';
import { TokenRefusal } from '../token-refusal.js';

/** RFC 7797 §7: an unencoded payload makes two readings of one signature possible, and JWTs must not use it. */
export function checkPayloadEncoding(header: JoseHeader): void {
  if (!Object.hasOwn(header, 'b64') || header['b64'] === true) return;
  throw new TokenRefusal('unencoded_payload', 'The access token uses extensions this server does not know.');
}
