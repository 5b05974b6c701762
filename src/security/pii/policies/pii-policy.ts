import type { PiiAction } from '../../../common/policy-decision.js';
import { digestToken } from '../../crypto/index.js';
import type { EntityType } from '../entity-types.js';
import { DETECTOR_VERSION } from '../recognizers/index.js';
import { ACTIONS, checkDeclaration, type RecognizerFailure } from './check-declaration.js';
import { declaredLayers, type FieldDeclaration } from './declared-rules.js';
import type { Direction, PolicyRule } from './policy-rule.js';
import { RuleIndex, type Layers } from './rule-index.js';

export type { Direction } from './policy-rule.js';

/** What a class or method declares: one action for both directions, or one for each, exceptions and options. */
export type PiiPolicyDeclaration =
  | PiiAction
  | {
      /** Arguments, body, query and path parameters; `encrypt` when left out. */
      readonly in?: PiiAction;
      /** Results, errors, progress and log messages; `encrypt` when left out. */
      readonly out?: PiiAction;
      /**
       * Exceptions by RFC 6901 pointer (`/customer/name`, `*` for any index or name, `**` for any number of them) or
       * by property name at any depth. A field with an action other than `keep` and `reject` is personal as a whole,
       * whatever the detector says.
       */
      readonly fields?: Readonly<Record<string, FieldDeclaration>>;
      /** Exceptions by type of personal data, where no field decides; names contextual types, which are left alone else. */
      readonly types?: Readonly<Partial<Record<EntityType, PiiAction>>>;
      /** What the data is processed for; stands in audit records. */
      readonly purpose?: string;
      /** Whether `encrypt` gives equal values equal tokens, so that they stay joinable. */
      readonly deterministic?: boolean;
      /** Origins (`tool:store_sensitive_data`) whose encrypted values arrive here in clear. */
      readonly reveals?: readonly string[];
      /** What happens while a remote recognizer fails; `reject` when left out. */
      readonly onRecognizerFailure?: RecognizerFailure;
    };

/** A policy as it applies to one origin and one kind of caller. */
export interface ResolvedPiiPolicy {
  /** What meets a finding that no exception is about. */
  readonly in: PiiAction;
  readonly out: PiiAction;
  /** Every rule, those asked first first. */
  readonly layers: Layers;
  /** Origins whose encrypted values this one receives in clear. */
  readonly reveals: readonly string[];
  readonly onRecognizerFailure: RecognizerFailure;
  /** Changes when the declaration, the policy file or the detector does; stands in audit records. */
  readonly version: string;
}

export const DEFAULT_ACTION: PiiAction = 'encrypt';
export { ACTIONS, type RecognizerFailure };

/** @throws TypeError naming what is wrong with the declaration. */
export function resolvePolicy(declaration: PiiPolicyDeclaration): ResolvedPiiPolicy {
  const declared = { in: DEFAULT_ACTION, out: DEFAULT_ACTION, ...checkDeclaration(declaration) };
  return withVersion({
    in: declared.in,
    out: declared.out,
    layers: declaredLayers(declared),
    reveals: declared.reveals ?? [],
    onRecognizerFailure: declared.onRecognizerFailure ?? 'reject',
  });
}

/** The policy with further fields, which stand beside those it declares. */
export function withFields(policy: ResolvedPiiPolicy, rules: readonly PolicyRule[]): ResolvedPiiPolicy {
  if (rules.length === 0) return policy;
  const [fields = [], ...others] = policy.layers;
  return withVersion({ ...policy, layers: [[...fields, ...rules], ...others], version: undefined });
}

function withVersion(
  policy: Omit<ResolvedPiiPolicy, 'version'> & { version?: undefined },
): ResolvedPiiPolicy {
  const digest = digestToken(JSON.stringify(policy)).slice(0, 12);
  return { ...policy, version: `${DETECTOR_VERSION}+${digest}` };
}

const indexes = new WeakMap<ResolvedPiiPolicy, Readonly<Record<Direction, RuleIndex>>>();

/** The policy's rules of one direction, ready to be asked. */
export function rulesOf(policy: ResolvedPiiPolicy, direction: Direction): RuleIndex {
  const known = indexes.get(policy);
  if (known !== undefined) return known[direction];
  const built = { in: new RuleIndex(policy.layers, 'in'), out: new RuleIndex(policy.layers, 'out') };
  indexes.set(policy, built);
  return built[direction];
}
