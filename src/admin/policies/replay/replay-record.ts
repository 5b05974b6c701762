import type { AuditRecord } from '../../../audit/index.js';
import type { PiiFinding, PolicyDecision } from '../../../common/policy-decision.js';
import {
  isWholeField,
  parsePointer,
  rulesOf,
  type ActivePolicies,
  type EntityType,
  type PolicyOrigin,
} from '../../../security/pii/index.js';

/** What would happen to a finding that is no finding any more. */
export const IGNORED = 'ignored';

/** One finding of a recorded decision, as it was and as it would be. */
export interface Replayed {
  readonly origin: string;
  readonly direction: 'in' | 'out';
  readonly entityType: string;
  /** With `*` for indexes. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The findings of a record under the policies that would be in force; scopes of the caller as recorded. */
export function replayRecord(
  record: AuditRecord,
  origin: PolicyOrigin,
  policies: ActivePolicies,
): Replayed[] {
  return record.piiDecisions.flatMap((decision) => {
    const rules = rulesOf(policies.of(origin.origin, origin.policy, decision.scopes), decision.direction);
    return decision.findings.map((finding) => ({
      origin: `${origin.kind}:${origin.name}`,
      direction: decision.direction,
      entityType: finding.entityType,
      path: finding.path.replace(/\/\d+(?=\/|$)/g, '/*'),
      before: actionBefore(finding, decision),
      after: actionAfter(finding, rules),
    }));
  });
}

/** Records made before there were rules for types and fields have one action for all findings. */
function actionBefore(finding: PiiFinding, decision: PolicyDecision): string {
  return finding.action ?? decision.action;
}

function actionAfter(finding: PiiFinding, rules: ReturnType<typeof rulesOf>): string {
  const field = fieldOf(finding);
  // A field that was personal as a whole and is no more: nobody knows what the detector would find in it.
  const whole = rules.fieldRule(field);
  if (finding.entityType === 'DECLARED' && (whole === undefined || !isWholeField(whole))) return IGNORED;
  return rules.ruleFor(field, finding.entityType as EntityType, finding.score)?.action ?? IGNORED;
}

function fieldOf({ path, fieldAt = 0 }: PiiFinding): string[] {
  return (parsePointer(path) ?? []).slice(fieldAt);
}
