import type { Anonymizer, BlindIndex } from '../../../security/index.js';
import { decryptWireOperator, encryptWireOperator } from './encrypt.wire-operator.js';
import { hashWireOperator } from './hash.wire-operator.js';
import { keepWireOperator } from './keep.wire-operator.js';
import { maskWireOperator } from './mask.wire-operator.js';
import { redactWireOperator } from './redact.wire-operator.js';
import { replaceWireOperator } from './replace.wire-operator.js';
import type { WireOperator } from './wire-operator.js';

/** Everything `anonymize` may be asked to do. */
export function createAnonymizers(
  anonymizer: Anonymizer,
  index: BlindIndex,
): ReadonlyMap<string, WireOperator> {
  return byName([
    hashWireOperator(index),
    maskWireOperator,
    redactWireOperator,
    replaceWireOperator,
    encryptWireOperator(anonymizer, index),
    keepWireOperator,
  ]);
}

/** Everything `deanonymize` may be asked to do. */
export function createDeanonymizers(
  anonymizer: Anonymizer,
  index: BlindIndex,
): ReadonlyMap<string, WireOperator> {
  return byName([decryptWireOperator(anonymizer, index)]);
}

function byName(operators: readonly WireOperator[]): ReadonlyMap<string, WireOperator> {
  return new Map(operators.map((operator) => [operator.name, operator]));
}
