import { generateKeyPair, type KeyPairKeyObjectResult } from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);
/** RFC 7518 §3.3 asks for 2048 or more; gateways in the field accept no larger ones reliably. */
const RSA_BITS = 2048;

let ahead: Promise<KeyPairKeyObjectResult> | undefined;

/**
 * Begins in another thread to make the key pair that a first start will ask for: finding its primes takes
 * a tenth of a second and more, in which the modules are loaded.
 */
export function generateRsaKeyPairAhead(): void {
  ahead = makePair();
  // Whoever takes it meets the error.
  ahead.catch(() => undefined);
}

/** A fresh RSA key pair; one that was made ahead is given out once. */
export function generateRsaKeyPair(): Promise<KeyPairKeyObjectResult> {
  const made = ahead;
  ahead = undefined;
  return made ?? makePair();
}

function makePair(): Promise<KeyPairKeyObjectResult> {
  return generate('rsa', { modulusLength: RSA_BITS });
}
