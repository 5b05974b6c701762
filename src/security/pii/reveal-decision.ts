import type { PolicyDecision } from '../../common/policy-decision.js';
import type { OpenedToken } from './operators/encrypt.operator.js';

/** What the record says of values that arrived in clear because a policy reveals their origin. */
export function revealDecision(opened: readonly OpenedToken[], policyVersion: string): PolicyDecision {
  const types = new Set(opened.map(({ entityType }) => entityType));
  return {
    direction: 'in',
    action: 'keep',
    policyVersion,
    findings: [...types].map((entityType) => ({ path: '', entityType, score: 1, action: 'keep' })),
    revealedFrom: [...new Set(opened.map(({ origin }) => origin))],
  };
}
