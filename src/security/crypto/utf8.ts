import { DecryptionError } from './decryption-error.js';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads decrypted octets as text.
 *
 * @throws DecryptionError when they are not UTF-8: whoever encrypted them meant no text.
 */
export function decodeUtf8(octets: Uint8Array): string {
  try {
    return decoder.decode(octets);
  } catch {
    throw new DecryptionError();
  }
}
