import type { WireOperator } from './wire-operator.js';

/** Nothing stays. */
export const redactWireOperator: WireOperator = { name: 'redact', prepare: () => () => '' };
