import { actionTaken, type AuditRecord } from '../../audit/index.js';

/** A record as the API shows it. */
export function toRecordView(record: AuditRecord): object {
  return {
    id: record.id,
    sequence: record.sequence,
    event_type: record.eventType,
    occurred_at: record.occurredAt.toISOString(),
    actor:
      record.actorKind === null
        ? null
        : { kind: record.actorKind, subject: record.actorSubject, token_id: record.actorTokenId },
    client_id: record.clientId,
    target: record.targetType === null ? null : { type: record.targetType, id: record.targetId },
    source: { address: record.sourceAddress, user_agent: record.sourceUserAgent },
    outcome: record.outcome,
    reason: record.reason,
    action_taken: actionTaken(record),
    contains_pii: record.containsPii,
    pii_decisions: record.piiDecisions.map(
      ({ direction, action, policyVersion, findings, purposes, scopes }) => ({
        direction,
        action,
        policy_version: policyVersion,
        findings: findings.map((finding) => ({
          path: finding.path,
          entity_type: finding.entityType,
          score: finding.score,
          action: finding.action,
        })),
        purposes,
        scopes,
      }),
    ),
    trace_id: record.traceId,
    correlation_id: record.correlationId,
    details: record.details,
  };
}
