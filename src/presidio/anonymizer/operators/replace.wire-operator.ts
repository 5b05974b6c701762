import type { WireOperator } from './wire-operator.js';

/** The new value, or `<TYPE>` where none is given. */
export const replaceWireOperator: WireOperator = {
  name: 'replace',
  prepare:
    ({ new_value: value = '' }) =>
    (_value, entityType) =>
      value === '' ? `<${entityType}>` : value,
};
