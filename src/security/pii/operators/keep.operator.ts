import type { Operator } from './operator.js';

/** Leaves the value; the finding is still recorded. */
export const keepOperator: Operator = { action: 'keep', apply: (value) => value };
