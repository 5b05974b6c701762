import { CLIENT_ORIGIN, type Anonymizer, type BlindIndex } from '../../../security/index.js';
import { UnprocessableRequestError } from '../../presidio-error.js';
import type { OperatorCaller, WireOperator } from './wire-operator.js';

/** Presidio's keys are AES keys written as text. */
const KEY_BYTES = new Set([16, 24, 32]);

/**
 * One of our own tokens in place of Presidio's AES-CBC, which nobody could tell from a forged one. It opens for the
 * same client with the same key again, and for nobody else: not for the holder of the key alone either.
 */
export function encryptWireOperator(anonymizer: Anonymizer, index: BlindIndex): WireOperator {
  return {
    name: 'encrypt',
    prepare({ key }, caller) {
      const origin = tokenOrigin(index, key, caller);
      // Names of types are the caller's own, and a token of ours names ours.
      return (value) => anonymizer.apply('encrypt', value, { entityType: 'DECLARED', origin });
    },
  };
}

/** Opens what `encrypt` closed. */
export function decryptWireOperator(anonymizer: Anonymizer, index: BlindIndex): WireOperator {
  return {
    name: 'decrypt',
    prepare({ key }, caller) {
      const origin = tokenOrigin(index, key, caller);
      return (token) => {
        const value = anonymizer.restore(token, origin);
        if (value !== token) return value;
        throw new UnprocessableRequestError('Invalid input, a value was not encrypted here with this key');
      };
    },
  };
}

/** The mac of the key, for a bare digest of a short one could be tried out by who holds a token. */
function tokenOrigin(index: BlindIndex, key: string | undefined, { clientId }: OperatorCaller): string {
  if (key !== undefined && !KEY_BYTES.has(Buffer.byteLength(key)))
    throw new UnprocessableRequestError('Invalid input, key must be of length 128, 192 or 256 bits');
  return `${CLIENT_ORIGIN}${key === undefined ? '' : index.compute(key, 'presidio-key')}:${clientId}`;
}
