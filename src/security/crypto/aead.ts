import { createCipheriv, createDecipheriv, type CipherGCMTypes, type KeyObject } from 'node:crypto';
import { DecryptionError } from './decryption-error.js';
import { TAG_BYTES, type EnvelopeAlgorithm } from './envelope.js';

/** OpenSSL's names. */
const CIPHERS: Readonly<Record<EnvelopeAlgorithm, string>> = {
  A256GCM: 'aes-256-gcm',
  'ARIA-256-GCM': 'aria-256-gcm',
};

const GCM_OPTIONS = { authTagLength: TAG_BYTES };

/** What an envelope holds beside its names. */
export interface Sealed {
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

/** A cipher, and what its key and the text have to go with. */
export interface AeadKey {
  readonly algorithm: EnvelopeAlgorithm;
  readonly key: KeyObject;
  /** Authenticated, not encrypted. */
  readonly aad: Buffer;
}

/** Encrypts (NIST SP 800-38D §7.1). The caller sees to it that no IV serves two texts under one key. */
export function seal({ algorithm, key, aad }: AeadKey, iv: Buffer, plaintext: Buffer): Sealed {
  const cipher = createCipheriv(cipherName(algorithm), key, iv, GCM_OPTIONS);
  cipher.setAAD(aad);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { iv, ciphertext, tag: cipher.getAuthTag() };
}

/**
 * Decrypts (NIST SP 800-38D §7.2).
 *
 * @throws DecryptionError when anything was altered; nothing of the text is given out then.
 */
export function open({ algorithm, key, aad }: AeadKey, { iv, ciphertext, tag }: Sealed): Buffer {
  const decipher = createDecipheriv(cipherName(algorithm), key, iv, GCM_OPTIONS);
  decipher.setAAD(aad);
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    throw new DecryptionError();
  }
}

/** Node's types know GCM of AES only; OpenSSL's ARIA-GCM has the same interface. */
function cipherName(algorithm: EnvelopeAlgorithm): CipherGCMTypes {
  return CIPHERS[algorithm] as CipherGCMTypes;
}
