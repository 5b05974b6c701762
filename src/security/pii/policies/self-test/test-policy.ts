import type { EntityType } from '../../entity-types.js';
import { REPORT_THRESHOLD } from '../../finding.js';
import { rulesOf, type Direction, type ResolvedPiiPolicy } from '../pii-policy.js';
import type { Enforcement, PolicyEnforcer } from '../policy-enforcer.js';
import { isWholeField, type PolicyRule } from '../policy-rule.js';
import type { RuleIndex } from '../rule-index.js';
import { KNOWN_VALUES } from './known-values.js';

/** Something that came out although a policy holds it back. */
export interface Leak {
  readonly origin: string;
  readonly direction: Direction;
  readonly entityType: EntityType;
  /** What the policy says about it. */
  readonly action: string;
  /** Where, when it is a field that is personal as a whole. */
  readonly field?: string;
}

/** What is put into fields that are personal whatever they hold: nothing that a detector finds. */
const NEUTRAL = 'self-test';

/** Sends a known value of every type through one policy, and says what came out. Throws what enforcing throws. */
export async function testPolicy(
  enforcer: PolicyEnforcer,
  policy: ResolvedPiiPolicy,
  direction: Direction,
  origin: string,
): Promise<Leak[]> {
  const rules = rulesOf(policy, direction);
  const enforce = async (value: unknown) => enforcer.enforce(value, policy, direction, origin);
  const texts = KNOWN_VALUES.map(({ text }) => text);
  const leaks = holdsBack(rules) ? leakedValues(await enforce(texts), rules) : [];
  for (const rule of wholeFields(policy, direction)) {
    const leak = leakedField(rule, rules, await enforce(plant(segmentsOf(rule), NEUTRAL)));
    if (leak !== undefined) leaks.push(leak);
  }
  return leaks.map((leak) => ({ origin, direction, ...leak }));
}

/** Whether there is any type that does not come out by the policy's own word. */
function holdsBack(rules: RuleIndex): boolean {
  return KNOWN_VALUES.some(
    ({ entityType }, index) => certainAction(rules, entityType, String(index)) !== undefined,
  );
}

type LeakedValue = Omit<Leak, 'origin' | 'direction'>;

function leakedValues({ value, rejected }: Enforcement, rules: RuleIndex): LeakedValue[] {
  return KNOWN_VALUES.flatMap(({ entityType, value: known }, index) => {
    const action = certainAction(rules, entityType, String(index));
    const out = (value as readonly string[])[index] ?? '';
    const isHeld =
      action === 'reject'
        ? rejected.some((finding) => finding.entityType === entityType)
        : !out.includes(known);
    return action === undefined || isHeld ? [] : [{ entityType, action }];
  });
}

/** What happens to a finding of the type however sure it is; undefined when that depends, or when it is kept. */
function certainAction(rules: RuleIndex, entityType: EntityType, segment: string): string | undefined {
  const actions = [1, REPORT_THRESHOLD].map((score) => rules.ruleFor([segment], entityType, score)?.action);
  const [action] = actions;
  if (action === undefined || action !== actions[1] || action === 'keep') return undefined;
  return action;
}

function wholeFields({ layers }: ResolvedPiiPolicy, direction: Direction): PolicyRule[] {
  return layers.flat().filter((rule) => isWholeField(rule) && (rule.direction ?? direction) === direction);
}

function leakedField(rule: PolicyRule, rules: RuleIndex, { value }: Enforcement): LeakedValue | undefined {
  const segments = segmentsOf(rule);
  const entityType = rule.holds ?? 'DECLARED';
  const action = rules.ruleFor(segments, entityType, 1)?.action;
  // Another rule may decide, and admit or refuse what this one hides.
  if (action === undefined || action === 'keep' || action === 'reject') return undefined;
  const field = rule.fields[0]!.text;
  return at(value, segments) === NEUTRAL ? { entityType, action, field } : undefined;
}

/** A field that the rule is about, with one segment for each wildcard. */
function segmentsOf({ fields: [field] }: PolicyRule): string[] {
  const { segments, name } = field!;
  const concrete = (segments ?? [name]).map((segment) => segment.replace(/^\*\*?$/, '0'));
  return concrete.length === 0 ? ['0'] : concrete;
}

function plant(segments: readonly string[], value: string): unknown {
  return segments.reduceRight<unknown>((inner, segment) => ({ [segment]: inner }), value);
}

function at(value: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>(
    (inner, segment) => (Object(inner) as Record<string, unknown>)[segment],
    value,
  );
}
