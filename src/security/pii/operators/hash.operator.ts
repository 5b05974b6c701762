import type { BlindIndex } from '../../crypto/index.js';
import { TOKEN, type Operator } from './operator.js';

/** Keyed mac in the value's place, `⟦EMAIL#<mac>⟧`: equal values of one origin stay equal and cannot be guessed. */
export function hashOperator(blindIndex: BlindIndex): Operator {
  return {
    action: 'hash',
    apply(value, { entityType, origin }) {
      if (TOKEN.exec(value)?.[2] === '#') return value;
      return `⟦${entityType}#${blindIndex.compute(value, `pii:${origin}:${entityType}`)}⟧`;
    },
  };
}
