import type { PolicyDecision } from '../../common/policy-decision.js';
import type { AuditOutcome } from '../audit-event.js';

/** Every value of `action_taken` in `security_audit.log`. */
export const ACTIONS_TAKEN = [
  /** Done, nothing personal was changed. */
  'executed',
  /** Done; personal data was encrypted on the way in or out. */
  'executed_with_encryption',
  /** Done; personal data was masked, redacted, replaced or hashed. */
  'executed_with_masking',
  /** Refused because personal data was present. */
  'rejected_pii',
  /** Refused: no token, missing scope, rate limit, lockout and the like; `reason` says which. */
  'denied',
  /** Allowed, but it went wrong; `reason` says how. */
  'failed',
] as const;

export type ActionTaken = (typeof ACTIONS_TAKEN)[number];

/** Reason code of a refusal because of personal data. */
export const PII_REJECTED = 'pii_rejected';

interface Decided {
  readonly outcome: AuditOutcome;
  readonly reason: string | null;
  readonly piiDecisions: readonly PolicyDecision[];
}

export function actionTaken({ outcome, reason, piiDecisions }: Decided): ActionTaken {
  if (outcome === 'denied') return reason === PII_REJECTED ? 'rejected_pii' : 'denied';
  if (outcome === 'failure') return 'failed';
  const actions = piiDecisions.filter(({ findings }) => findings.length > 0).map(({ action }) => action);
  if (actions.includes('encrypt')) return 'executed_with_encryption';
  return actions.some((action) => action !== 'keep') ? 'executed_with_masking' : 'executed';
}
