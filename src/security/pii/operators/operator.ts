import type { PiiAction } from '../../../common/policy-decision.js';
import type { EntityType } from '../finding.js';

/** Where a value stands, as far as operators need to know. */
export interface OperatorContext {
  readonly entityType: EntityType;
  /** The tool or route whose data this is; binds what is encrypted or hashed to it. */
  readonly origin: string;
}

/** Changes one value. Applying the same operator to its own output, in the text around it, changes nothing. */
export interface Operator {
  readonly action: Exclude<PiiAction, 'reject'>;
  apply(value: string, context: OperatorContext): string;
}

/** What an encrypted or hashed value looks like in a text: `⟦EMAIL:<envelope>⟧`, `⟦EMAIL#<mac>⟧`. */
export const TOKEN = /^⟦([A-Z_]{2,24})([:#])([A-Za-z0-9._=-]{1,65536})⟧$/;
