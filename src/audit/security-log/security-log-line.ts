import { AUDIT_EVENTS } from '../audit-event.js';
import type { NewAuditRecord } from '../audit-record.entity.js';
import { actionTaken } from './action-taken.js';

/** JSON leaves these as they are, but log viewers break lines at them or reorder text (CWE-117). */
const UNSAFE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** One record as one line of `security_audit.log`, newline included. Subjects can be e-mail addresses: they are masked. */
export function toSecurityLogLine(record: NewAuditRecord, mask: (text: string) => string): string {
  const line = JSON.stringify({
    timestamp: record.occurredAt.toISOString(),
    event_type: lineEventType(record.eventType),
    tool_name: record.targetType === 'tool' ? record.targetId : null,
    user_id: record.actorSubject === null ? null : mask(record.actorSubject),
    client_id: record.clientId === null ? null : mask(record.clientId),
    contains_pii: record.containsPii,
    action_taken: actionTaken(record),
    event_code: record.eventType,
    record_id: record.id,
    outcome: record.outcome,
    reason: record.reason,
    target: record.targetId === null ? null : `${record.targetType}:${record.targetId}`,
    pii_types: piiTypes(record),
    correlation_id: record.correlationId,
    trace_id: record.traceId,
  });
  return `${line.replace(UNSAFE, escape)}\n`;
}

function lineEventType(eventType: string): string {
  return (AUDIT_EVENTS as Readonly<Record<string, string>>)[eventType] ?? 'other';
}

function piiTypes({ containsPii, piiDecisions }: NewAuditRecord): string[] {
  if (!containsPii) return [];
  const types = piiDecisions.flatMap(({ findings }) => findings.map(({ entityType }) => entityType));
  return [...new Set(types)].sort();
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
