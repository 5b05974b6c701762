import { createCipheriv, createDecipheriv, randomFillSync, type CipherGCMTypes } from 'node:crypto';
import { DecryptionError } from './decryption-error.js';
import {
  envelopeHeader,
  formatEnvelope,
  IV_BYTES,
  parseEnvelope,
  TAG_BYTES,
  type Envelope,
  type EnvelopeAlgorithm,
} from './envelope.js';
import type { DataEncryptionKey } from './keys/data-encryption-key.js';
import { KeyRing } from './keys/key-ring.js';
import { decodeUtf8 } from './utf8.js';

/** OpenSSL's names. */
const CIPHERS: Readonly<Record<EnvelopeAlgorithm, string>> = {
  A256GCM: 'aes-256-gcm',
  'ARIA-256-GCM': 'aria-256-gcm',
};

const GCM_OPTIONS = { authTagLength: TAG_BYTES };

/**
 * Authenticated encryption of texts (NIST SP 800-38D). Each envelope is bound to a context (`aad`): the caller names
 * what the value is and where it belongs, and the envelope opens nowhere else.
 * One key takes 2^32 envelopes (SP 800-38D §8.3, random IVs); rotate it long before.
 */
export class EnvelopeCipher {
  constructor(
    private readonly keyRing: KeyRing,
    /** Of new envelopes; existing ones are opened by what they say themselves. */
    private readonly algorithm: EnvelopeAlgorithm = 'A256GCM',
  ) {}

  /**
   * @param plaintext any text; unpaired surrogates, which UTF-8 cannot carry, come back as U+FFFD.
   * @param aad context, for example `customers.email:<row id>`.
   */
  encrypt(plaintext: string, aad: string): string {
    const header = { algorithm: this.algorithm, kid: this.keyRing.active.kid };
    const iv = randomFillSync(Buffer.allocUnsafe(IV_BYTES));
    const cipher = createCipheriv(
      cipherName(header),
      encryptionKey(this.keyRing.active, header),
      iv,
      GCM_OPTIONS,
    );
    cipher.setAAD(authenticated(header, aad));
    const ciphertext = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
    return formatEnvelope({ ...header, iv, ciphertext, tag: cipher.getAuthTag() });
  }

  /** @throws DecryptionError when the envelope is malformed, altered, of another context or of an unknown key. */
  decrypt(envelope: string, aad: string): string {
    const parsed = parseEnvelope(envelope);
    const key = parsed && this.keyRing.find(parsed.kid);
    if (parsed === undefined || key === undefined) throw new DecryptionError();
    return decodeUtf8(open(parsed, key, aad));
  }

  /**
   * The same text under the active key and the configured algorithm; the envelope itself when it already is.
   *
   * @throws DecryptionError as `decrypt` does.
   */
  rotate(envelope: string, aad: string): string {
    const current = envelopeHeader({ algorithm: this.algorithm, kid: this.keyRing.active.kid });
    const plaintext = this.decrypt(envelope, aad);
    return envelope.startsWith(`${current}.`) ? envelope : this.encrypt(plaintext, aad);
  }
}

type Header = Pick<Envelope, 'algorithm' | 'kid'>;

function open(envelope: Envelope, key: DataEncryptionKey, aad: string): Buffer {
  const decipher = createDecipheriv(
    cipherName(envelope),
    encryptionKey(key, envelope),
    envelope.iv,
    GCM_OPTIONS,
  );
  decipher.setAAD(authenticated(envelope, aad));
  decipher.setAuthTag(envelope.tag);
  try {
    return Buffer.concat([decipher.update(envelope.ciphertext), decipher.final()]);
  } catch {
    throw new DecryptionError();
  }
}

/** Node's types know GCM of AES only; OpenSSL's ARIA-GCM has the same interface. */
function cipherName({ algorithm }: Header): CipherGCMTypes {
  return CIPHERS[algorithm] as CipherGCMTypes;
}

function encryptionKey(key: DataEncryptionKey, { algorithm }: Header) {
  return key.derive(`envelope/${algorithm}`);
}

/** Three words without dots and then the context: no two pairs of header and context give the same octets. */
function authenticated(header: Header, aad: string): Buffer {
  return Buffer.from(`${envelopeHeader(header)}.${aad}`, 'utf8');
}
