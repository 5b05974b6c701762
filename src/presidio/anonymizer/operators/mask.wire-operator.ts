import { entityTypesByPresidioName, maskFinding } from '../../../security/index.js';
import { UnprocessableRequestError } from '../../presidio-error.js';
import type { OperatorSettings } from '../anonymize-request.schema.js';
import type { WireOperator } from './wire-operator.js';

const TYPES = entityTypesByPresidioName();

/** So many characters hidden, from either end. Without settings the mask of the type, which keeps its format. */
export const maskWireOperator: WireOperator = {
  name: 'mask',
  prepare(settings) {
    const { masking_char: mask, chars_to_mask: count, from_end: fromEnd = false } = settings;
    if (mask === undefined && count === undefined) return maskByType;
    const character = characterOf(settings);
    if (count === undefined)
      throw new UnprocessableRequestError('Expected parameter chars_to_mask, a number of characters');
    return (value) => hide([...value], character, Math.max(0, count), fromEnd);
  },
};

function characterOf({ masking_char: mask = '' }: OperatorSettings): string {
  if ([...mask].length === 1) return mask;
  throw new UnprocessableRequestError('Expected parameter masking_char, one character');
}

function hide(characters: readonly string[], mask: string, count: number, fromEnd: boolean): string {
  const hidden = Math.min(count, characters.length);
  const from = fromEnd ? characters.length - hidden : 0;
  return characters
    .map((character, index) => (index >= from && index < from + hidden ? mask : character))
    .join('');
}

function maskByType(value: string, entityType: string): string {
  return maskFinding(value, { entityType: TYPES[entityType] ?? 'DECLARED' });
}
