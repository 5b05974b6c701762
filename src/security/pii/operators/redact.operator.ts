import type { Operator } from './operator.js';

/** Removes the value. */
export const redactOperator: Operator = { action: 'redact', apply: () => '' };
