import { randomBytes, randomInt, randomUUID } from 'node:crypto';

/** NIST SP 800-63B §5.1.4 asks for 112 bits at least; below 128 nothing here should be called a secret. */
const MINIMUM_BYTES = 16;

/**
 * A secret from the system's random generator, base64url without padding.
 *
 * @param bytes how many random bytes it carries, 16 or more.
 * @throws RangeError when fewer are asked for.
 */
export function randomSecret(bytes = 32): string {
  if (!Number.isInteger(bytes) || bytes < MINIMUM_BYTES) {
    throw new RangeError(`a secret needs ${MINIMUM_BYTES} bytes or more`);
  }
  return randomBytes(bytes).toString('base64url');
}

/** Characters drawn from the alphabet, each with the same probability; the caller sees to it that they are enough. */
export function randomCharacters(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

/** A version 4 UUID (RFC 9562 §5.4). */
export function randomUuid(): string {
  return randomUUID();
}
