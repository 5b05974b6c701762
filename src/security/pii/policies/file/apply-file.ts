import type { PiiAction } from '../../../../common/policy-decision.js';
import type { ResolvedPiiPolicy } from '../pii-policy.js';
import type { Direction, PolicyRule } from '../policy-rule.js';
import { EVERY, type FileRule, type OriginSelector, type PolicyFile } from './file-rule.js';
import { casesOf, compareCases, type RuleCase } from './precedence.js';

/**
 * What an origin declares, with what the file says about it for a caller who holds the scopes.
 * Rules that name fields, types or scopes go before everything declared; the others take the place of what is
 * declared for a direction, and leave declared exceptions alone.
 */
export function applicablePolicy(
  declared: ResolvedPiiPolicy,
  file: PolicyFile,
  origin: OriginSelector,
  held: ReadonlySet<string>,
): ResolvedPiiPolicy {
  const cases = file.rules.flatMap((rule) => casesFor(rule, origin, held)).sort(compareCases);
  const acting = cases.filter(({ rule }) => rule.action !== undefined);
  const exceptions = acting.filter(isException).map(toPolicyRule);
  const general = acting.filter((each) => !isException(each)).map(toPolicyRule);
  return {
    in: generalAction(general, 'in') ?? declared.in,
    out: generalAction(general, 'out') ?? declared.out,
    layers: [exceptions, ...declared.layers.slice(0, -1), general, declared.layers.at(-1)!],
    reveals: first(cases, 'reveals') ?? declared.reveals,
    onRecognizerFailure: first(cases, 'onRecognizerFailure') ?? declared.onRecognizerFailure,
    version: `${declared.version}+${file.version}`,
  };
}

function casesFor(rule: FileRule, origin: OriginSelector, held: ReadonlySet<string>): RuleCase[] {
  if (!rule.scopes.every((scope) => held.has(scope))) return [];
  const cases = casesOf(rule).filter((each) => each.origin === undefined || selects(each.origin, origin));
  // A rule that lists both the origin and all of its kind is about the origin.
  const named = cases.filter((each) => each.origin?.name === origin.name);
  return named.length > 0 ? named : cases;
}

/** Whether the rule is about this origin, for some caller. */
export function isAbout({ origins }: FileRule, origin: OriginSelector): boolean {
  return origins.length === 0 || origins.some((selector) => selects(selector, origin));
}

function selects(selector: OriginSelector, { kind, name }: OriginSelector): boolean {
  return selector.kind === kind && (selector.name === EVERY || selector.name === name);
}

function isException({ rule: { types, scopes }, field }: RuleCase): boolean {
  return field !== undefined || types.length > 0 || scopes.length > 0;
}

function toPolicyRule({ rule, field }: RuleCase): PolicyRule {
  const { name, purpose, direction, types, minScore, deterministic } = rule;
  const fields = field === undefined ? [] : [field];
  return {
    name,
    purpose,
    direction,
    fields,
    types,
    minScore,
    action: rule.action!,
    deterministic,
    holds: undefined,
  };
}

function generalAction(rules: readonly PolicyRule[], direction: Direction): PiiAction | undefined {
  return rules.find((rule) => (rule.direction ?? direction) === direction && rule.minScore === 0)?.action;
}

function first<Member extends 'reveals' | 'onRecognizerFailure'>(cases: readonly RuleCase[], member: Member) {
  return cases.map(({ rule }) => rule[member]).find((value) => value !== undefined);
}
