import type { BlindIndex } from '../../crypto/index.js';
import type { Operator } from './operator.js';
import { encodeBase32 } from './tokens/base32.js';
import { formatToken, wholeToken } from './tokens/token-text.js';

/** Keyed mac in the value's place, `⟦EMAIL#…⟧`: equal values of one origin and tenant stay equal and cannot be guessed. */
export function hashOperator(blindIndex: BlindIndex, tenantId: string): Operator {
  return {
    action: 'hash',
    apply(value, { entityType, origin }) {
      if (wholeToken(value)?.mark === '#') return value;
      const mac = blindIndex.compute(value, JSON.stringify(['pii-token', tenantId, origin, entityType]));
      return formatToken(entityType, '#', encodeBase32(Buffer.from(mac, 'base64url')));
    },
  };
}
