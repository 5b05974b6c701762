import type { BlindIndex } from '../../../security/index.js';
import { UnprocessableRequestError } from '../../presidio-error.js';
import type { WireOperator } from './wire-operator.js';

/** How many macs of 256 bits make up a hash of the length asked for. */
const MACS: ReadonlyMap<string, number> = new Map([
  ['sha256', 1],
  ['sha512', 2],
]);

/**
 * A keyed mac of the length of the hash asked for, in hex: equal values of one client stay equal, and nobody can try
 * out all phone numbers, as a bare hash allows.
 */
export function hashWireOperator(index: BlindIndex): WireOperator {
  return {
    name: 'hash',
    prepare({ hash_type: type = 'sha256' }, { clientId }) {
      const macs = MACS.get(type);
      if (macs === undefined)
        throw new UnprocessableRequestError('Expected parameter hash_type, sha256 or sha512');
      return (value) =>
        Array.from({ length: macs }, (_, part) =>
          Buffer.from(index.compute(value, `presidio-hash:${part}:${clientId}`), 'base64url').toString('hex'),
        ).join('');
    },
  };
}
