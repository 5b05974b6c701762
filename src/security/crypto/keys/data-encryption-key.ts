import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { EnvelopeAlgorithm } from '../envelope.js';

export const KEY_BYTES = 32;

/** Key ids stand in every envelope between dots. */
export const KID_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * NIST SP 800-57 part 1 §7. The one `active` key protects new data. A `deactivated` key only opens what it protected.
 * A `pre-activation` key is handed to every replica before one of them starts to use it.
 */
export const KEY_STATES = ['pre-activation', 'active', 'deactivated'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** What a key derived from a data encryption key is for; no derived key serves two purposes. */
export type KeyPurpose =
  | `envelope/${EnvelopeAlgorithm}`
  | `synthetic-envelope/${EnvelopeAlgorithm}`
  | 'synthetic-iv'
  | 'blind-index'
  | 'bound-token'
  | 'fernet';

/** 256 random bits from which the key of each purpose is derived; they are never used themselves. */
export class DataEncryptionKey {
  private readonly material: KeyObject;
  private readonly derived = new Map<KeyPurpose, KeyObject>();

  constructor(
    readonly kid: string,
    /** Counts up from 1; the newest key has the highest. */
    readonly version: number,
    readonly state: KeyState,
    material: Uint8Array,
  ) {
    if (!KID_PATTERN.test(kid))
      throw new RangeError('a kid has 1 to 64 letters, digits, underscores and hyphens');
    if (material.byteLength !== KEY_BYTES)
      throw new RangeError(`a data encryption key has ${KEY_BYTES} bytes`);
    this.material = createSecretKey(material);
  }

  /** The 256-bit key of one purpose; derived once, because HKDF costs as much as several encryptions. */
  derive(purpose: KeyPurpose): KeyObject {
    const known = this.derived.get(purpose);
    if (known !== undefined) return known;
    // RFC 5869 §3.1 and §3.2: uniform key material needs no salt; `info` separates the purposes.
    const key = createSecretKey(
      new Uint8Array(hkdfSync('sha256', this.material, '', `gatehouse/v1/${purpose}`, KEY_BYTES)),
    );
    this.derived.set(purpose, key);
    return key;
  }
}
