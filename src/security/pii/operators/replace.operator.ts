import type { Operator } from './operator.js';

/** Puts the type in the value's place: `<EMAIL>`. */
export const replaceOperator: Operator = {
  action: 'replace',
  apply: (_value, { entityType }) => `<${entityType}>`,
};
