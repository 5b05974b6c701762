import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { decodeBase64url, encodePadded } from '../base64url.js';
import { DecryptionError } from '../decryption-error.js';
import type { FernetKey } from './fernet-key.js';

const VERSION = 0x80;
const TIMESTAMP_OFFSET = 1;
const IV_OFFSET = 9;
const CIPHERTEXT_OFFSET = 25;
const BLOCK_BYTES = 16;
const MAC_BYTES = 32;
const MINIMUM_BYTES = CIPHERTEXT_OFFSET + BLOCK_BYTES + MAC_BYTES;
const CIPHER = 'aes-128-cbc';

/** A token whose mac is right: what it says was written by a holder of the key. */
export interface FernetContent {
  readonly plaintext: Buffer;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
}

/** Makes a token: Version ‖ Timestamp ‖ IV ‖ Ciphertext ‖ HMAC in padded base64url (Fernet spec, "Generating"). */
export function sealFernetToken({ plaintext, issuedAt }: FernetContent, iv: Buffer, key: FernetKey): string {
  const head = Buffer.alloc(IV_OFFSET);
  head.writeUInt8(VERSION);
  head.writeBigUInt64BE(BigInt(issuedAt), TIMESTAMP_OFFSET);
  const cipher = createCipheriv(CIPHER, key.encryptionKey, iv);
  const signed = Buffer.concat([head, iv, cipher.update(plaintext), cipher.final()]);
  return encodePadded(Buffer.concat([signed, macOf(signed, key)]));
}

/**
 * Splits a token into its octets.
 *
 * @throws DecryptionError unless it is canonical base64url of the right version and a possible length.
 */
export function decodeFernetToken(token: string): Buffer {
  const octets = decodeBase64url(token, 'padded');
  if (octets === undefined || octets.length < MINIMUM_BYTES) throw new DecryptionError();
  const ciphertextBytes = octets.length - CIPHERTEXT_OFFSET - MAC_BYTES;
  if (octets[0] !== VERSION || ciphertextBytes % BLOCK_BYTES !== 0) throw new DecryptionError();
  return octets;
}

/**
 * Opens a decoded token. The mac is compared first and in constant time: nothing unauthenticated is decrypted,
 * so the padding is no oracle.
 *
 * @returns undefined when the token was not made with this key.
 * @throws DecryptionError when it was, but its padding (PKCS #7) is broken.
 */
export function openFernetToken(octets: Buffer, key: FernetKey): FernetContent | undefined {
  const signed = octets.subarray(0, -MAC_BYTES);
  if (!timingSafeEqual(macOf(signed, key), octets.subarray(-MAC_BYTES))) return undefined;
  return { plaintext: decipher(signed, key), issuedAt: Number(signed.readBigUInt64BE(TIMESTAMP_OFFSET)) };
}

function decipher(signed: Buffer, key: FernetKey): Buffer {
  const iv = signed.subarray(IV_OFFSET, CIPHERTEXT_OFFSET);
  const decipher = createDecipheriv(CIPHER, key.encryptionKey, iv);
  try {
    return Buffer.concat([decipher.update(signed.subarray(CIPHERTEXT_OFFSET)), decipher.final()]);
  } catch {
    throw new DecryptionError();
  }
}

function macOf(signed: Buffer, key: FernetKey): Buffer {
  return createHmac('sha256', key.signingKey).update(signed).digest();
}
