import type { PiiAction, PiiFinding, PolicyDecision } from '../../../common/policy-decision.js';
import type { PiiAnalyzer } from '../analyzer.js';
import type { Anonymizer } from '../anonymizer.js';
import type { Finding } from '../finding.js';
import { mergeFindings } from '../merge-findings.js';
import { maskFinding } from '../operators/mask.operator.js';
import { maskedTypeOf } from '../operators/masks/index.js';
import { replaceSpans } from '../operators/replace-spans.js';
import { shortenTokens } from '../operators/tokens/token-text.js';
import type { FindingsByText } from '../remote/remote-recognizer.js';
import type { Place, TextVisitor } from '../structure/value-walker.js';
import { FieldRoots } from './field-roots.js';
import { rulesOf, type Direction, type ResolvedPiiPolicy } from './pii-policy.js';
import { isWholeField, type PolicyRule } from './policy-rule.js';
import type { RuleIndex } from './rule-index.js';

/** Findings kept for the record; more of them say nothing new. */
const MAX_RECORDED = 200;
const MAX_PURPOSES = 8;
/** After a change; two of them as a rule, of which the second finds nothing. */
const MAX_ROUNDS = 4;

/** A finding and the rule that decides on it. */
interface Ruled extends Finding {
  readonly rule: PolicyRule;
  /** Where the rule says it stands. */
  readonly field: readonly string[];
}

/** One walk over one value, on which a policy decides. */
export class PolicyVisit implements TextVisitor {
  private readonly rules: RuleIndex;
  private readonly findings = new Map<string, PiiFinding>();
  private readonly refused = new Map<string, PiiFinding>();
  /** Rules that met a finding. */
  private readonly met = new Set<PolicyRule>();
  /** Equal values get equal replacements within one result, so that its text and structured forms agree. */
  private readonly replacements = new Map<string, string>();
  private readonly roots: FieldRoots;
  private found = 0;

  constructor(
    value: unknown,
    private readonly analyzer: PiiAnalyzer,
    private readonly anonymizer: Anonymizer,
    private readonly policy: ResolvedPiiPolicy,
    private readonly direction: Direction,
    private readonly origin: string,
    private readonly remote: FindingsByText | undefined,
  ) {
    this.rules = rulesOf(policy, direction);
    this.roots = new FieldRoots(value, direction, origin);
  }

  text(text: string, place: Place): string {
    const found = this.find(text, place.label);
    const field = this.wholeRule(place);
    if (field === undefined)
      return this.settle(text, this.apply(text, this.ruled(found, place), place), place);
    this.refuse(found, place);
    return this.apply(text, this.ruled(wholeOf(text, found, field), place), place);
  }

  key(name: string, place: Place): { readonly name: string; readonly shown: string } {
    const findings = this.find(name, '');
    if (findings.length === 0) return { name, shown: name };
    const shown = replaceSpans(name, findings, maskFinding);
    const at = { ...place, path: `${place.path}/${shown}` };
    return { name: this.settle(name, this.apply(name, this.ruled(findings, place), at), at, ''), shown };
  }

  get keepsEverything(): boolean {
    return this.rules.keepsEverything;
  }

  isFieldRoot(place: Place): boolean {
    return this.roots.hold(place);
  }

  isRootOfText(place: Place): boolean {
    return this.roots.holdText(place);
  }

  isWhole(place: Place): boolean {
    return this.wholeRule(place) !== undefined;
  }

  get findingCount(): number {
    return this.found;
  }

  decision(): PolicyDecision {
    const { direction, policy } = this;
    return {
      direction,
      action: this.decidedAction(),
      policyVersion: policy.version,
      findings: [...this.findings.values()].slice(0, MAX_RECORDED),
      ...this.purposes(),
    };
  }

  rejected(): readonly PiiFinding[] {
    return [...this.refused.values()].slice(0, MAX_RECORDED);
  }

  /** What was done, where fields differ from their direction: the strongest action that met a finding. */
  private decidedAction(): PiiAction {
    if (this.met.size === 0) return this.policy[this.direction];
    const applied = new Set([...this.met].map(({ action }) => action));
    return STRENGTH.find((action) => applied.has(action)) ?? this.policy[this.direction];
  }

  private purposes(): { readonly purposes?: readonly string[] } {
    if (this.met.size === 0) return {};
    const purposes = new Set([...this.met].flatMap(({ purpose }) => purpose ?? []));
    return purposes.size === 0 ? {} : { purposes: [...purposes].slice(0, MAX_PURPOSES) };
  }

  private find(text: string, label: string): readonly Finding[] {
    const { types } = this.rules;
    const found =
      label === '' ? this.analyzer.scan(text, types) : this.analyzer.scanLabelled(label, text, types);
    return this.remote === undefined ? found : mergeFindings(found, this.remote.get(text), types);
  }

  private ruled(findings: readonly Finding[], place: Place): readonly Ruled[] {
    return findings.flatMap((finding) => this.rule(finding, place) ?? []);
  }

  /**
   * What stands in a text belongs to the text's field. A rule about the fields of the JSON that the text is may be
   * stricter, never looser: who writes the text also writes the names in it.
   */
  private rule(finding: Finding, { field, written }: Place): Ruled | undefined {
    const { entityType, score } = finding;
    const rule = this.rules.ruleFor(field, entityType, score);
    const inside = written && this.rules.ruleFor(written, entityType, score);
    if (inside !== undefined && inside.fields.length > 0 && isStricter(inside, rule))
      return { ...finding, rule: inside, field: written! };
    return rule && { ...finding, rule, field };
  }

  /** The rule by which all of the text is personal, if there is one. */
  private wholeRule({ field, written }: Place): PolicyRule | undefined {
    const rules = [this.rules.fieldRule(field), written && this.rules.fieldRule(written)];
    return rules.find((rule) => rule !== undefined && isWholeField(rule));
  }

  /** A field that is personal as a whole hides what is in it, but not from a rule that refuses it. */
  private refuse(found: readonly Finding[], place: Place): void {
    for (const finding of this.ruled(found, place))
      if (finding.rule.action === 'reject') this.note(finding, place);
  }

  private apply(text: string, findings: readonly Ruled[], place: Place): string {
    if (findings.length === 0) return text;
    for (const finding of findings) this.note(finding, place);
    const changing = findings.filter(({ rule: { action } }) => action !== 'keep' && action !== 'reject');
    if (changing.length === 0) return text;
    const numeric = place.numeric === true && changing[0]?.start === 0 && changing[0].end === text.length;
    return replaceSpans(text, changing, (value, finding) => this.replace(value, finding, numeric));
  }

  /**
   * What is left is looked at again: values that stood side by side hide each other, and with one of them gone the other
   * shows. What comes out passes the same policy unchanged.
   */
  private settle(before: string, after: string, place: Place, label = place.label): string {
    let [known, text] = [before, after];
    for (let round = 0; round < MAX_ROUNDS && text !== known; round++) {
      if (this.find(shortenTokens(text), label).length === 0) return text;
      known = text;
      text = this.apply(text, this.ruled(this.find(text, label), place), place);
    }
    return text;
  }

  private replace(value: string, finding: Ruled, numeric: boolean): string {
    const { entityType, rule } = finding;
    const { action, deterministic } = rule;
    const key = `${action} ${deterministic} ${numeric} ${entityType} ${value}`;
    const known = this.replacements.get(key);
    if (known !== undefined) return known;
    const replacement = this.anonymizer.apply(action, value, {
      entityType,
      origin: this.origin,
      deterministic,
      numeric,
    });
    this.replacements.set(key, replacement);
    return replacement;
  }

  private note({ entityType, score, rule, field }: Ruled, { path }: Place): void {
    this.found += 1;
    this.met.add(rule);
    const key = `${rule.action} ${entityType} ${path}`;
    const noted = this.findings.get(key);
    if (noted && noted.score >= score) return;
    const finding = { path, ...fieldAt(path, field), entityType, score, action: rule.action };
    this.findings.set(key, finding);
    if (rule.action === 'reject') this.refused.set(key, finding);
  }
}

const STRENGTH: readonly PiiAction[] = ['reject', 'encrypt', 'hash', 'redact', 'replace', 'mask', 'keep'];

function isStricter(one: PolicyRule, other: PolicyRule | undefined): boolean {
  return other === undefined || STRENGTH.indexOf(one.action) < STRENGTH.indexOf(other.action);
}

/** Where in the path the field begins that policies speak of, unless it is its beginning. */
function fieldAt(path: string, field: readonly string[]): { readonly fieldAt?: number } {
  const above = path.split('/').length - 1 - field.length;
  return above > 0 ? { fieldAt: above } : {};
}

/** The whole text as one finding: of the type the rule says, else of the detector's when it agrees on all of it. */
function wholeOf(text: string, found: readonly Finding[], { holds, action }: PolicyRule): readonly Finding[] {
  if (text === '') return [];
  const whole = found.find(({ start, end }) => start === 0 && end === text.length);
  if (whole !== undefined && (holds ?? whole.entityType) === whole.entityType) return [whole];
  const masked = action === 'mask' ? maskedTypeOf(text) : undefined;
  return [
    {
      entityType: holds ?? masked ?? 'DECLARED',
      start: 0,
      end: text.length,
      score: 1,
      recognizer: 'declared',
    },
  ];
}
