import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * How client secrets, API keys and tokens are stored: SHA-256 (FIPS 180-4), base64url.
 * Only for secrets that were generated: a person's password has too little entropy for a fast digest.
 */
export function digestToken(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('base64url');
}

/** Whether `secret` is the one stored as `digest`; takes the same time wherever the two differ. */
export function matchesDigest(secret: string, digest: string): boolean {
  const actual = Buffer.from(digestToken(secret));
  const expected = Buffer.from(digest);
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** SHA-256 in lower-case hex, for fingerprints and chains. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
