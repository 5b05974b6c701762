import { createHash, randomBytes } from 'node:crypto';

/** RFC 7636 §4.1. */
export function newVerifier(): string {
  return randomBytes(32).toString('base64url');
}

/** RFC 7636 §4.2, S256. */
export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
