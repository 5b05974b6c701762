import { rankOf } from '../field-pattern.js';
import type { FileRule } from './file-rule.js';
import { canCoincide, casesOf, type RuleCase } from './precedence.js';

/** Two rules that are equally specific where both apply, or more of them than can be compared. */
export interface Conflict {
  /** The later one in the file. */
  readonly rule: FileRule;
  readonly message: string;
}

/** Origins times fields, of all rules together: what is compared with each other. */
const MAX_CASES = 10_000;

/**
 * Rules that say the same twice, or contradict each other where neither is more specific.
 *
 * @param lineOf the line of a rule, for the message.
 */
export function findConflicts(rules: readonly FileRule[], lineOf: (rule: FileRule) => number): Conflict[] {
  const excess = findExcess(rules);
  if (excess !== undefined) return [excess];
  const earlier = new Map<string, RuleCase[]>();
  return rules.flatMap((rule) => {
    const cases = casesOf(rule).map((each) => ({ each, alike: alikeIn(earlier, each) }));
    const tied = cases.flatMap(({ each, alike }) => alike.find((one) => isTie(one, each))?.rule ?? []);
    for (const { each, alike } of cases) alike.push(each);
    const other = tied.length === 0 ? undefined : rules.find((candidate) => tied.includes(candidate));
    return other === undefined ? [] : [{ rule, message: describe(other, rule, lineOf(other)) }];
  });
}

function findExcess(rules: readonly FileRule[]): Conflict | undefined {
  let cases = 0;
  for (const rule of rules) {
    cases += Math.max(1, rule.origins.length) * Math.max(1, rule.fields.length);
    if (cases > MAX_CASES) return { rule, message: EXCESS };
  }
  return undefined;
}

const EXCESS =
  `the rules up to this one are about more than ${MAX_CASES} pairs of an origin and a field; ` +
  'name less of them, or use * for all of a kind';

/** Cases before this one that are equally specific: only those can tie. */
function alikeIn(known: Map<string, RuleCase[]>, { rule, field, origin }: RuleCase): RuleCase[] {
  const key = JSON.stringify([
    field && rankOf(field),
    rule.types.length > 0,
    origin && [origin.kind, origin.name],
    rule.scopes.length,
    rule.direction,
    rule.minScore,
  ]);
  const alike = known.get(key) ?? [];
  known.set(key, alike);
  return alike;
}

function isTie(one: RuleCase, other: RuleCase): boolean {
  if (!isAboutSame(one.rule, other.rule)) return false;
  if (sameOutcome(one.rule, other.rule) && !sameSelectors(one.rule, other.rule)) return false;
  return canCoincide(one, other);
}

function describe(earlier: FileRule, later: FileRule, line: number): string {
  const other = `${JSON.stringify(earlier.name)} in line ${line}`;
  if (sameOutcome(earlier, later)) return `says the same as the rule ${other}; remove one of them`;
  return (
    `contradicts the rule ${other}: neither is more specific where both apply; ` +
    'name a tool, field, type, scope or direction in one of them, or add a rule that decides'
  );
}

/** Rules about the action and rules about an option never meet. */
function isAboutSame(one: FileRule, other: FileRule): boolean {
  return (['action', 'reveals', 'onRecognizerFailure'] as const).some(
    (member) => one[member] !== undefined && other[member] !== undefined,
  );
}

const outcomes = new WeakMap<FileRule, string>();
const selections = new WeakMap<FileRule, string>();

function sameOutcome(one: FileRule, other: FileRule): boolean {
  return once(outcomes, one, outcome) === once(outcomes, other, outcome);
}

function outcome({ action, deterministic, reveals, onRecognizerFailure }: FileRule): string {
  return JSON.stringify([action, deterministic, reveals, onRecognizerFailure]);
}

function sameSelectors(one: FileRule, other: FileRule): boolean {
  return once(selections, one, selectors) === once(selections, other, selectors);
}

function selectors({ origins, direction, fields, types, scopes, minScore }: FileRule): string {
  const sorted = [
    origins.map(({ kind, name }) => `${kind}:${name}`),
    fields.map(({ text }) => text),
    types,
    scopes,
  ].map((list) => [...list].sort());
  return JSON.stringify([...sorted, direction, minScore]);
}

function once(known: WeakMap<FileRule, string>, rule: FileRule, write: (rule: FileRule) => string): string {
  const written = known.get(rule) ?? write(rule);
  known.set(rule, written);
  return written;
}
