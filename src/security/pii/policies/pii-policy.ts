import type { PiiAction } from '../../../common/policy-decision.js';
import { digestToken } from '../../crypto/index.js';
import { DETECTOR_VERSION } from '../recognizers/index.js';
import { parsePointer } from '../structure/json-pointer.js';

export type Direction = 'in' | 'out';

/** What a class or method declares: one action for both directions, or one for each and exceptions for fields. */
export type PiiPolicyDeclaration =
  | PiiAction
  | {
      /** Arguments, body, query and path parameters; `encrypt` when left out. */
      readonly in?: PiiAction;
      /** Results, errors, progress and log messages; `encrypt` when left out. */
      readonly out?: PiiAction;
      /**
       * Exceptions by RFC 6901 pointer (`/customer/name`, `*` for any index or name) or by property name at any depth.
       * A field with an action other than `keep` and `reject` is personal as a whole, whatever the detector says.
       */
      readonly fields?: Readonly<Record<string, PiiAction>>;
    };

export interface FieldRule {
  readonly action: PiiAction;
  /** Undefined: any property of the name `name`. */
  readonly segments: readonly string[] | undefined;
  readonly name: string;
}

/** A declaration with its defaults filled in. */
export interface ResolvedPiiPolicy {
  readonly in: PiiAction;
  readonly out: PiiAction;
  readonly fields: readonly FieldRule[];
  /** Changes when the declaration or the detector does; stands in audit records. */
  readonly version: string;
}

export const DEFAULT_ACTION: PiiAction = 'encrypt';

const ACTIONS: ReadonlySet<string> = new Set<PiiAction>([
  'keep',
  'mask',
  'redact',
  'replace',
  'hash',
  'encrypt',
  'reject',
]);
const MEMBERS = new Set(['in', 'out', 'fields']);

/** @throws TypeError naming what is wrong with the declaration. */
export function resolvePolicy(declaration: PiiPolicyDeclaration): ResolvedPiiPolicy {
  const given = typeof declaration === 'string' ? { in: declaration, out: declaration } : declaration;
  refuseUnknownMembers(given);
  const resolved = {
    in: checkAction(given.in ?? DEFAULT_ACTION, 'in'),
    out: checkAction(given.out ?? DEFAULT_ACTION, 'out'),
    fields: Object.entries(given.fields ?? {}).map(([field, action]) => toRule(field, action)),
  };
  return { ...resolved, version: versionOf(resolved) };
}

/** The rule for a field, the most specific first: pointer before name; undefined when the direction's action applies. */
export function fieldRule(policy: ResolvedPiiPolicy, field: readonly string[]): FieldRule | undefined {
  if (policy.fields.length === 0) return undefined;
  for (let length = field.length; length > 0; length--) {
    const prefix = field.slice(0, length);
    const rule = policy.fields.find((candidate) => matches(candidate, prefix));
    if (rule) return rule;
  }
  return undefined;
}

function matches({ segments, name }: FieldRule, field: readonly string[]): boolean {
  if (segments === undefined) return field.at(-1) === name;
  return (
    segments.length === field.length &&
    segments.every((segment, index) => segment === '*' || segment === field[index])
  );
}

function refuseUnknownMembers(given: object | null | undefined): void {
  if (typeof given !== 'object' || given === null || Object.keys(given).length === 0) {
    throw new TypeError('@PiiPolicy() needs an action, or an object with in, out or fields');
  }
  const unknown = Object.keys(given).find((member) => !MEMBERS.has(member));
  if (unknown !== undefined)
    throw new TypeError(`@PiiPolicy(): ${JSON.stringify(unknown)} is none of in, out, fields`);
}

function checkAction(action: PiiAction, where: string): PiiAction {
  if (!ACTIONS.has(action)) {
    throw new TypeError(
      `@PiiPolicy(): ${JSON.stringify(action)} for ${where} is none of ${[...ACTIONS].join(', ')}`,
    );
  }
  return action;
}

function toRule(field: string, action: PiiAction): FieldRule {
  checkAction(action, field);
  if (!field.startsWith('/')) {
    if (field === '') throw new TypeError('@PiiPolicy(): a field needs a name or a JSON pointer');
    return { action, segments: undefined, name: field };
  }
  const segments = parsePointer(field);
  if (!segments) throw new TypeError(`@PiiPolicy(): ${JSON.stringify(field)} is no JSON pointer (RFC 6901)`);
  return { action, segments, name: segments.at(-1)! };
}

function versionOf(policy: Omit<ResolvedPiiPolicy, 'version'>): string {
  const fields = policy.fields.map(({ segments, name, action }) => [segments ?? name, action]);
  const digest = digestToken(JSON.stringify([DETECTOR_VERSION, policy.in, policy.out, fields]));
  return `${DETECTOR_VERSION}+${digest.slice(0, 12)}`;
}
