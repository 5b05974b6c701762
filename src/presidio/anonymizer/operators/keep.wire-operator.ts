import type { WireOperator } from './wire-operator.js';

/** The value stays, and stands in the list of items. */
export const keepWireOperator: WireOperator = { name: 'keep', prepare: () => (value) => value };
