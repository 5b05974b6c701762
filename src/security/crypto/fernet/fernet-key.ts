import { createSecretKey, type KeyObject } from 'node:crypto';
import { decodeBase64url } from '../base64url.js';

const KEY_BYTES = 32;
const HALF = KEY_BYTES / 2;

/** Signing-key ‖ Encryption-key, 128 bits each (Fernet spec, "Key Format"). */
export interface FernetKey {
  readonly signingKey: KeyObject;
  readonly encryptionKey: KeyObject;
}

/** @throws RangeError unless there are 32 octets. */
export function toFernetKey(octets: Buffer): FernetKey {
  if (octets.length !== KEY_BYTES) throw new RangeError(`a Fernet key has ${KEY_BYTES} bytes`);
  return {
    signingKey: createSecretKey(octets.subarray(0, HALF)),
    encryptionKey: createSecretKey(octets.subarray(HALF)),
  };
}

/** @returns undefined when the text is not 32 bytes in padded base64url, as `Fernet.generate_key()` prints them. */
export function parseFernetKey(text: string): FernetKey | undefined {
  const octets = decodeBase64url(text, 'padded');
  return octets?.length === KEY_BYTES ? toFernetKey(octets) : undefined;
}
