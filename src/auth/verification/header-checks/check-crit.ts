import type { JoseHeader } from '../parse-token.js';
import { TokenRefusal } from '../token-refusal.js';

/** RFC 7515 §4.1.11: an extension that is not understood must be refused; this server understands none. */
export function checkCrit(header: JoseHeader): void {
  if (!Object.hasOwn(header, 'crit')) return;
  throw new TokenRefusal('unknown_crit', 'The access token uses extensions this server does not know.');
}
