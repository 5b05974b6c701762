import { createHmac } from 'node:crypto';
import type { DataEncryptionKey } from './keys/data-encryption-key.js';
import { KeyRing } from './keys/key-ring.js';

/**
 * Finds encrypted values by equality: a keyed mac (HMAC-SHA-256) stands beside the envelope.
 * The caller normalises first (case, Unicode form, digits of a phone number); what is equal to a person
 * has to be equal to the octet. Whoever reads the table still sees which rows share a value.
 */
export class BlindIndex {
  constructor(private readonly keyRing: KeyRing) {}

  /**
   * What to store beside the envelope, 43 characters of base64url.
   *
   * @param context keeps the macs of different columns apart, for example `customers.email`.
   */
  compute(value: string, context: string): string {
    return mac(this.keyRing.active, value, context);
  }

  /**
   * What to look for: the mac under every key, the active one first, so that rows written before
   * a key rotation are found until they have been written again.
   */
  candidates(value: string, context: string): string[] {
    const older = this.keyRing.keys.filter((key) => key !== this.keyRing.active);
    return [this.keyRing.active, ...older].map((key) => mac(key, value, context));
  }
}

/** The context's length goes first, so that no part of it can pass for the value. */
function mac(key: DataEncryptionKey, value: string, context: string): string {
  return createHmac('sha256', key.derive('blind-index'))
    .update(`${context.length}:${context}:${value}`, 'utf8')
    .digest('base64url');
}
