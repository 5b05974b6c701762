import { Injectable } from '@nestjs/common';
import type { PiiAction, PiiFinding, PolicyDecision } from '../../../common/policy-decision.js';
import { PiiAnalyzer } from '../analyzer.js';
import { Anonymizer } from '../anonymizer.js';
import type { EntityType, Finding } from '../finding.js';
import { maskFinding } from '../operators/mask.operator.js';
import { replaceSpans } from '../operators/replace-spans.js';
import { ValueWalker, type Place, type TextVisitor } from '../structure/value-walker.js';
import { fieldRule, type Direction, type ResolvedPiiPolicy } from './pii-policy.js';

/** Findings kept for the record; more of them say nothing new. */
const MAX_RECORDED = 200;

/** Members of a tool result or of an HTTP request whose content `fields` are relative to. */
const FIELD_ROOTS = new Set(['/structuredContent', '/body', '/query', '/params']);

export interface Enforcement {
  /** The value as the policy leaves it; the very same when nothing changed. */
  readonly value: unknown;
  readonly decision: PolicyDecision;
  /** Findings that the policy does not admit; empty unless an action is `reject`. */
  readonly rejected: readonly PiiFinding[];
}

/** Applies one policy to one value, in one direction. */
@Injectable()
export class PolicyEnforcer {
  constructor(
    private readonly analyzer: PiiAnalyzer,
    private readonly anonymizer: Anonymizer,
  ) {}

  /**
   * @param origin the tool or route, for example `tool:create_ticket`; encrypted values are bound to it.
   * @throws ScanLimitError when the value is too deep or too large to be checked.
   */
  enforce(value: unknown, policy: ResolvedPiiPolicy, direction: Direction, origin: string): Enforcement {
    const visit = new PolicyVisit(this.analyzer, this.anonymizer, policy, direction, origin);
    const enforced = new ValueWalker(visit).walk(value);
    return { value: enforced, decision: visit.decision(), rejected: visit.rejected() };
  }
}

/** One walk over one value. */
class PolicyVisit implements TextVisitor {
  private readonly findings = new Map<string, PiiFinding>();
  private readonly refused = new Map<string, PiiFinding>();
  private readonly applied = new Set<PiiAction>();
  /** Equal values get equal replacements within one result, so that its text and structured forms agree. */
  private readonly replacements = new Map<string, string>();

  constructor(
    private readonly analyzer: PiiAnalyzer,
    private readonly anonymizer: Anonymizer,
    private readonly policy: ResolvedPiiPolicy,
    private readonly direction: Direction,
    private readonly origin: string,
  ) {}

  text(text: string, place: Place): string {
    const found =
      place.label === '' ? this.analyzer.scan(text) : this.analyzer.scanLabelled(place.label, text);
    const rule = fieldRule(this.policy, place.field);
    const findings = rule && isPersonal(rule.action) ? declared(text, found) : found;
    return this.apply(text, findings, rule?.action ?? this.policy[this.direction], place.path);
  }

  key(name: string, place: Place): { readonly name: string; readonly shown: string } {
    const findings = this.analyzer.scan(name);
    if (findings.length === 0) return { name, shown: name };
    const shown = replaceSpans(name, findings, maskFinding);
    const action = fieldRule(this.policy, place.field)?.action ?? this.policy[this.direction];
    return { name: this.apply(name, findings, action, `${place.path}/${shown}`), shown };
  }

  isFieldRoot({ path }: Place): boolean {
    return FIELD_ROOTS.has(path);
  }

  decision(): PolicyDecision {
    const { direction, policy } = this;
    return {
      direction,
      action: this.decidedAction(),
      policyVersion: policy.version,
      findings: [...this.findings.values()].slice(0, MAX_RECORDED),
    };
  }

  rejected(): readonly PiiFinding[] {
    return [...this.refused.values()].slice(0, MAX_RECORDED);
  }

  /** What was done, where fields differ from their direction: the strongest action that met a finding. */
  private decidedAction(): PiiAction {
    const strongest = STRENGTH.find((action) => this.applied.has(action));
    return strongest ?? this.policy[this.direction];
  }

  private apply(text: string, findings: readonly Finding[], action: PiiAction, path: string): string {
    if (findings.length === 0) return text;
    this.applied.add(action);
    for (const finding of findings) this.note(finding, action, path);
    if (action === 'keep' || action === 'reject') return text;
    return replaceSpans(text, findings, (value, { entityType }) => this.replace(action, value, entityType));
  }

  private replace(action: PiiAction, value: string, entityType: EntityType): string {
    const key = `${action} ${entityType} ${value}`;
    const known = this.replacements.get(key);
    if (known !== undefined) return known;
    const replacement = this.anonymizer.apply(action, value, { entityType, origin: this.origin });
    this.replacements.set(key, replacement);
    return replacement;
  }

  private note({ entityType, score }: Finding, action: PiiAction, path: string): void {
    const key = `${entityType} ${path}`;
    const noted = this.findings.get(key);
    if (noted && noted.score >= score) return;
    const finding = { path, entityType, score };
    this.findings.set(key, finding);
    if (action === 'reject') this.refused.set(key, finding);
  }
}

const STRENGTH: readonly PiiAction[] = ['reject', 'encrypt', 'hash', 'redact', 'replace', 'mask', 'keep'];

function isPersonal(action: PiiAction): boolean {
  return action !== 'keep' && action !== 'reject';
}

/** The whole text as one finding; of the detector's type when it agrees on all of it. */
function declared(text: string, found: readonly Finding[]): readonly Finding[] {
  if (text === '') return [];
  const whole = found.find(({ start, end }) => start === 0 && end === text.length);
  return [whole ?? { entityType: 'DECLARED', start: 0, end: text.length, score: 1, recognizer: 'declared' }];
}
