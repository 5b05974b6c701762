import { DecryptionError, type EnvelopeCipher } from '../../crypto/index.js';
import { TOKEN, type Operator, type OperatorContext } from './operator.js';

/** Pseudonymization that can be undone: `⟦EMAIL:<envelope>⟧`, bound to the type and to the tool or route. */
export function encryptOperator(cipher: EnvelopeCipher): Operator {
  return {
    action: 'encrypt',
    apply(value, context) {
      if (decryptToken(cipher, value, context.origin) !== undefined) return value;
      return `⟦${context.entityType}:${cipher.encrypt(value, additionalData(context))}⟧`;
    },
  };
}

/** The value inside a token of this origin; undefined when it is no token or not ours: whoever forges one gains nothing. */
export function decryptToken(cipher: EnvelopeCipher, token: string, origin: string): string | undefined {
  const [, entityType, kind, envelope] = TOKEN.exec(token) ?? [];
  if (entityType === undefined || envelope === undefined || kind !== ':') return undefined;
  try {
    return cipher.decrypt(envelope, additionalData({ entityType, origin }));
  } catch (error) {
    if (error instanceof DecryptionError) return undefined;
    throw error;
  }
}

function additionalData({
  entityType,
  origin,
}: Pick<OperatorContext, 'origin'> & { entityType: string }): string {
  return `pii:${origin}:${entityType}`;
}
