import { randomFillSync } from 'node:crypto';
import { open, seal, type AeadKey } from './aead.js';
import { DecryptionError } from './decryption-error.js';
import {
  envelopeHeader,
  formatEnvelope,
  IV_BYTES,
  parseEnvelope,
  type Envelope,
  type EnvelopeAlgorithm,
  type EnvelopeHeader,
  type IvKind,
} from './envelope.js';
import type { DataEncryptionKey } from './keys/data-encryption-key.js';
import { KeyRing } from './keys/key-ring.js';
import { syntheticIv } from './synthetic-iv.js';
import { decodeUtf8 } from './utf8.js';

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
    return formatEnvelope(this.close(plaintext, aad, 'random'));
  }

  /**
   * Like `encrypt`, and equal texts in equal contexts have equal envelopes under one key: whoever sees them learns
   * that much. For values that have to stay joinable.
   */
  encryptDeterministically(plaintext: string, aad: string): string {
    return formatEnvelope(this.close(plaintext, aad, 'synthetic'));
  }

  /** @throws DecryptionError when the envelope is malformed, altered, of another context or of an unknown key. */
  decrypt(envelope: string, aad: string): string {
    const parsed = parseEnvelope(envelope);
    const key = parsed && this.keyRing.find(parsed.kid);
    if (parsed === undefined || key === undefined) throw new DecryptionError();
    return decodeUtf8(open(aeadKeyOf(parsed, key, aad), parsed));
  }

  /**
   * The same text under the active key and the configured algorithm; the envelope itself when it already is.
   *
   * @throws DecryptionError as `decrypt` does.
   */
  rotate(envelope: string, aad: string): string {
    const plaintext = this.decrypt(envelope, aad);
    const ivKind = parseEnvelope(envelope)?.ivKind ?? 'random';
    const current = envelopeHeader(this.header(ivKind));
    return envelope.startsWith(`${current}.`) ? envelope : formatEnvelope(this.close(plaintext, aad, ivKind));
  }

  private close(text: string, aad: string, ivKind: IvKind): Envelope {
    const key = this.keyRing.active;
    const header = this.header(ivKind);
    const aeadKey = aeadKeyOf(header, key, aad);
    const plaintext = Buffer.from(text, 'utf8');
    const iv = ivKind === 'random' ? randomIv() : syntheticIv(key, aeadKey.aad, plaintext);
    return { ...header, ...seal(aeadKey, iv, plaintext) };
  }

  private header(ivKind: IvKind): EnvelopeHeader {
    return { ivKind, algorithm: this.algorithm, kid: this.keyRing.active.kid };
  }
}

function randomIv(): Buffer {
  return randomFillSync(Buffer.allocUnsafe(IV_BYTES));
}

/** Random and synthetic IVs have keys of their own, so that neither has to reckon with the other's. */
function aeadKeyOf(header: EnvelopeHeader, key: DataEncryptionKey, aad: string): AeadKey {
  const { ivKind, algorithm } = header;
  const purpose = ivKind === 'random' ? 'envelope' : 'synthetic-envelope';
  return {
    algorithm,
    key: key.derive(`${purpose}/${algorithm}`),
    // Three words without dots and then the context: no two pairs of header and context give the same octets.
    aad: Buffer.from(`${envelopeHeader(header)}.${aad}`, 'utf8'),
  };
}
