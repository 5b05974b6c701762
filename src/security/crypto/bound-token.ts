import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DataEncryptionKey } from './keys/data-encryption-key.js';
import { KeyRing } from './keys/key-ring.js';

/**
 * Tokens that are worth something only together with what they were made for: HMAC-SHA-256 under a key of this
 * installation. Nothing is stored, and every replica knows them.
 */
export class BoundTokens {
  constructor(private readonly keyRing: KeyRing) {}

  /** The token of these parts, 43 characters of base64url. The parts' order and limits count. */
  make(...parts: readonly string[]): string {
    return mac(this.keyRing.active, parts).toString('base64url');
  }

  /** Whether `token` was made of these very parts, be it before a key rotation; takes the same time wherever they differ. */
  matches(token: string, ...parts: readonly string[]): boolean {
    const actual = Buffer.from(token, 'base64url');
    return this.keyRing.keys.some((key) => {
      const expected = mac(key, parts);
      return actual.length === expected.length && timingSafeEqual(actual, expected);
    });
  }
}

/** Each part goes with its length, so that none can pass for the end of the one before it. */
function mac(key: DataEncryptionKey, parts: readonly string[]): Buffer {
  const hmac = createHmac('sha256', key.derive('bound-token'));
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:${part}`, 'utf8');
  return hmac.digest();
}
