import { DecryptionError, type EnvelopeCipher } from '../../crypto/index.js';
import type { Operator, OperatorContext } from './operator.js';
import { decodeTokenBody, encodeTokenBody } from './tokens/token-body.js';
import { formatToken, wholeToken, type TokenText } from './tokens/token-text.js';

/** What a token turned out to hold. */
export interface OpenedToken {
  readonly value: string;
  /** The value stood in the text as a JSON number. */
  readonly numeric: boolean;
  readonly entityType: string;
  readonly origin: string;
}

/** What a token is bound to, beside its own names. */
type Bound = Pick<OpenedToken, 'entityType' | 'origin' | 'numeric'>;

/** Pseudonymization that can be undone: `⟦EMAIL:…⟧`, bound to the type, the tool or route, and the tenant. */
export function encryptOperator(cipher: EnvelopeCipher, tenantId: string): Operator {
  return {
    action: 'encrypt',
    apply(value, context) {
      const token = wholeToken(value);
      if (token !== undefined && openToken(cipher, tenantId, token) !== undefined) return value;
      return tokenOf(cipher, tenantId, value, context);
    },
  };
}

/** The value of a token of this tenant; undefined when it is none of ours: whoever forges or moves one gains nothing. */
export function openToken(
  cipher: EnvelopeCipher,
  tenantId: string,
  { entityType, mark, body }: Pick<TokenText, 'entityType' | 'mark' | 'body'>,
): OpenedToken | undefined {
  const parts = mark === ':' ? decodeTokenBody(body) : undefined;
  if (parts === undefined) return undefined;
  const bound = { entityType, origin: parts.origin, numeric: parts.numeric };
  try {
    return { value: cipher.decrypt(parts.envelope, additionalData(tenantId, bound)), ...bound };
  } catch (error) {
    if (error instanceof DecryptionError) return undefined;
    throw error;
  }
}

function tokenOf(
  cipher: EnvelopeCipher,
  tenantId: string,
  value: string,
  { entityType, origin, deterministic = false, numeric = false }: OperatorContext,
): string {
  const aad = additionalData(tenantId, { entityType, origin, numeric });
  const envelope = deterministic ? cipher.encryptDeterministically(value, aad) : cipher.encrypt(value, aad);
  return formatToken(entityType, ':', encodeTokenBody({ origin, numeric, envelope }));
}

/** JSON keeps the parts apart whatever characters they hold. */
function additionalData(tenantId: string, { entityType, origin, numeric }: Bound): string {
  return JSON.stringify(['pii-token', tenantId, origin, entityType, numeric]);
}
