import type { BlindIndex, EnvelopeCipher } from '../../crypto/index.js';
import { encryptOperator } from './encrypt.operator.js';
import { hashOperator } from './hash.operator.js';
import { keepOperator } from './keep.operator.js';
import { maskOperator } from './mask.operator.js';
import type { Operator } from './operator.js';
import { redactOperator } from './redact.operator.js';
import { replaceOperator } from './replace.operator.js';

/** Every operator. A new one is a file in this folder and a line here. */
export function createOperators(
  cipher: EnvelopeCipher,
  blindIndex: BlindIndex,
  tenantId: string,
): ReadonlyMap<string, Operator> {
  const operators = [
    keepOperator,
    maskOperator,
    redactOperator,
    replaceOperator,
    hashOperator(blindIndex, tenantId),
    encryptOperator(cipher, tenantId),
  ];
  return new Map(operators.map((operator) => [operator.action, operator]));
}
