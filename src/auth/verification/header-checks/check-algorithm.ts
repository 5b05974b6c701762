import type { VerificationKey } from '../../keys/signing-key.js';
import type { JoseHeader } from '../parse-token.js';
import { TokenRefusal } from '../token-refusal.js';

/** RFC 8725 §3.1: a key is used with one algorithm; `none` and every other spelling or family is refused. */
export function checkAlgorithm({ alg }: JoseHeader, key: VerificationKey): void {
  if (alg === key.algorithm) return;
  throw new TokenRefusal('wrong_algorithm', 'The access token is not signed as this server signs.');
}
