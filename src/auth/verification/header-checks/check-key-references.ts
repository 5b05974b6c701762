import type { JoseHeader } from '../parse-token.js';
import { TokenRefusal } from '../token-refusal.js';

const REFERENCES = ['jwk', 'jku', 'x5u', 'x5c', 'x5t', 'x5t#S256'];

/** RFC 8725 §3.10: a token does not get to say which key proves it. Ours name a `kid` and nothing else. */
export function checkKeyReferences(header: JoseHeader): void {
  if (!REFERENCES.some((reference) => Object.hasOwn(header, reference))) return;
  throw new TokenRefusal('foreign_key', 'The access token brings or points to a key of its own.');
}
