import { createHmac } from 'node:crypto';
import { IV_BYTES } from './envelope.js';
import type { DataEncryptionKey } from './keys/data-encryption-key.js';

/**
 * An IV that follows from the text and its context, in the manner of SIV (RFC 5297 §2): equal texts in equal contexts
 * get equal envelopes, and a different text gets the same IV only when 96 bits of a keyed mac collide.
 */
export function syntheticIv(key: DataEncryptionKey, aad: Buffer, plaintext: Buffer): Buffer {
  const mac = createHmac('sha256', key.derive('synthetic-iv'));
  // The context's length goes first, so that no part of it can pass for the text.
  mac.update(`${aad.length}:`).update(aad).update(plaintext);
  return mac.digest().subarray(0, IV_BYTES);
}
