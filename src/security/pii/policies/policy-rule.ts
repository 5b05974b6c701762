import type { PiiAction } from '../../../common/policy-decision.js';
import type { EntityType } from '../entity-types.js';
import type { FieldPattern } from './field-pattern.js';

export type Direction = 'in' | 'out';

/** One rule as it stands for an origin and a caller: which findings it is about, and what happens to them. */
export interface PolicyRule {
  /** Stands in records and reports. */
  readonly name: string;
  /** What the data is processed for (ISO/IEC 29100); stands in records. */
  readonly purpose: string | undefined;
  /** Undefined: both. */
  readonly direction: Direction | undefined;
  /** Empty: anywhere. */
  readonly fields: readonly FieldPattern[];
  /** Empty: every type that is enforced without being named. */
  readonly types: readonly EntityType[];
  /** Findings less sure than this meet the next rule. */
  readonly minScore: number;
  readonly action: PiiAction;
  /** Whether `encrypt` gives equal values equal tokens. */
  readonly deterministic: boolean;
  /** What a field that is personal as a whole holds; undefined: what the detector finds in all of it, or `DECLARED`. */
  readonly holds: EntityType | undefined;
}

/** Whether a field the rule names is personal as a whole, whatever the detector says. */
export function isWholeField({ fields, types, action }: PolicyRule): boolean {
  return fields.length > 0 && types.length === 0 && action !== 'keep' && action !== 'reject';
}
