import type { PiiAction, PolicyDecision } from '../../common/policy-decision.js';
import { actionTaken, ACTIONS_TAKEN } from './action-taken.js';

function decision(action: PiiAction, found: boolean): PolicyDecision {
  const findings = found ? [{ path: '/email', entityType: 'EMAIL_ADDRESS', score: 1 }] : [];
  return { direction: 'out', action, policyVersion: '1', findings };
}

describe('actionTaken', () => {
  it.each([
    ['executed', 'success', null, []],
    ['executed', 'success', null, [decision('mask', false), decision('encrypt', false)]],
    ['executed', 'success', null, [decision('keep', true)]],
    ['executed_with_masking', 'success', null, [decision('mask', true)]],
    ['executed_with_masking', 'success', null, [decision('keep', true), decision('redact', true)]],
    ['executed_with_encryption', 'success', null, [decision('encrypt', true)]],
    ['executed_with_encryption', 'success', null, [decision('mask', true), decision('encrypt', true)]],
    ['rejected_pii', 'denied', 'pii_rejected', [decision('reject', true)]],
    ['denied', 'denied', 'insufficient_scope', []],
    ['failed', 'failure', 'tool_error', [decision('mask', true)]],
  ] as const)('%s for %s %s', (action, outcome, reason, piiDecisions) => {
    expect(actionTaken({ outcome, reason, piiDecisions })).toBe(action);
    expect(ACTIONS_TAKEN).toContain(action);
  });
});
