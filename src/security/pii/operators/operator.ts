import type { PiiAction } from '../../../common/policy-decision.js';
import type { EntityType } from '../entity-types.js';

/** Where a value stands, as far as operators need to know. */
export interface OperatorContext {
  readonly entityType: EntityType;
  /** The tool or route whose data this is; binds what is encrypted or hashed to it. */
  readonly origin: string;
  /** Whether equal values get equal tokens; `encrypt` only. */
  readonly deterministic?: boolean;
  /** Whether the value is a whole JSON number; `encrypt` only. */
  readonly numeric?: boolean;
}

/** Changes one value. Applying the same operator to its own output, in the text around it, changes nothing. */
export interface Operator {
  readonly action: Exclude<PiiAction, 'reject'>;
  apply(value: string, context: OperatorContext): string;
}
