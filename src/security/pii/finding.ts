import type { EntityType } from './entity-types.js';

/** Personal data in a text: where and how sure; never the value. Offsets are UTF-16 units, `end` is exclusive. */
export interface Finding {
  readonly entityType: EntityType;
  readonly start: number;
  readonly end: number;
  /** Confidence between 0 and 1; findings below `REPORT_THRESHOLD` are not reported. */
  readonly score: number;
  /** Name of the recognizer that decided. */
  readonly recognizer: string;
}

export const REPORT_THRESHOLD = 0.5;
