import type { EntityType } from '../entity-types.js';
import { maskRuleOf } from './masks/index.js';
import type { Operator } from './operator.js';
import { wholeToken } from './tokens/token-text.js';

/** Hides a value but keeps its format, so that a reader still sees what it was: `010-****-5678`, `홍*동`. */
export const maskOperator: Operator = {
  action: 'mask',
  apply: (value, { entityType }) => maskFinding(value, { entityType }),
};

/** The value masked as its type is; a token of the encrypt or hash operator stays. */
export function maskFinding(value: string, { entityType }: { readonly entityType: EntityType }): string {
  if (wholeToken(value) !== undefined) return value;
  return maskRuleOf(entityType).mask(value);
}
