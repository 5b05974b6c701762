import { ENTITY_TYPES } from '../entity-types.js';
import type { Operator } from './operator.js';

const REPLACEMENTS: ReadonlySet<string> = new Set(ENTITY_TYPES.map((type) => `<${type}>`));

/** Puts the type in the value's place: `<EMAIL>`. What has been replaced keeps the type that it was of. */
export const replaceOperator: Operator = {
  action: 'replace',
  apply: (value, { entityType }) => (REPLACEMENTS.has(value) ? value : `<${entityType}>`),
};
