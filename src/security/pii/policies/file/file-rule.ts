import type { PiiAction } from '../../../../common/policy-decision.js';
import type { EntityType } from '../../entity-types.js';
import type { RecognizerFailure } from '../check-declaration.js';
import type { FieldPattern } from '../field-pattern.js';
import type { Direction } from '../policy-rule.js';

/** Kinds of origins, as they begin origins (`tool:create_ticket`), with the word rules select them by. */
export const SELECTORS = {
  tools: 'tool',
  routes: 'route',
  resources: 'resource',
  prompts: 'prompt',
  upstreams: 'upstream',
} as const;

export type Selector = keyof typeof SELECTORS;
export type OriginKind = (typeof SELECTORS)[Selector];

export const EVERY = '*';

/** An origin as rules select it: `{ kind: 'route', name: 'POST /visitors' }`, or every one of its kind by `*`. */
export interface OriginSelector {
  readonly kind: OriginKind;
  readonly name: string;
}

/** One rule of a policy file. What is left out or empty matches everything. */
export interface FileRule {
  /** Its own, or its place in the file. */
  readonly name: string;
  readonly purpose: string;
  readonly origins: readonly OriginSelector[];
  readonly direction: Direction | undefined;
  readonly fields: readonly FieldPattern[];
  readonly types: readonly EntityType[];
  /** All of them, the hierarchy of scopes considered. */
  readonly scopes: readonly string[];
  readonly minScore: number;
  readonly action: PiiAction | undefined;
  readonly deterministic: boolean;
  readonly reveals: readonly string[] | undefined;
  readonly onRecognizerFailure: RecognizerFailure | undefined;
}

/** A checked policy file. */
export interface PolicyFile {
  /** Its name, if it has one, and the beginning of the SHA-256 of its octets; stands in audit records. */
  readonly version: string;
  readonly rules: readonly FileRule[];
}
