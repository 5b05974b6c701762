import { z } from 'zod';
import { actionTaken, AUDIT_OUTCOMES, AuditRecords, type AuditRecord } from '../audit/index.js';
import { Scopes } from '../common/scopes.decorator.js';
import { McpTool } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';

const input = z.object({
  limit: z.number().int().min(1).max(100).default(10).describe('How many records, newest first'),
});

const record = z.object({
  id: z.string(),
  timestamp: z.iso.datetime(),
  event_type: z.string().describe('For example tool.called, token.issued, route.denied'),
  outcome: z.enum(AUDIT_OUTCOMES),
  reason: z.string().nullable().describe('Code of why it failed or was denied'),
  action_taken: z.string(),
  target: z.string().nullable().describe('What was acted upon, for example tool:lookup_inventory'),
  user_id: z.string().nullable(),
  client_id: z.string().nullable(),
  source_address: z.string().nullable(),
  contains_pii: z.boolean(),
  pii_types: z.array(z.string()),
  trace_id: z.string().nullable(),
});

const output = z.object({ records: z.array(record), count: z.number().int() });

@McpTool({
  name: 'get_security_audit_log',
  title: 'Read the security audit log',
  description:
    'Reads the newest audit records: who did what with which outcome and what was done about personal data. ' +
    'Records hold no arguments or results; personal data in them is masked. ' +
    'Use `generate_security_report` for totals and trends.',
  input,
  output,
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
})
@Scopes('audit.read')
@PiiPolicy({
  in: 'keep',
  out: 'mask',
  fields: { '/records/*/id': 'keep', '/records/*/timestamp': 'keep', '/records/*/trace_id': 'keep' },
})
export class GetSecurityAuditLogTool {
  constructor(private readonly records: AuditRecords) {}

  async execute({ limit }: z.output<typeof input>): Promise<z.output<typeof output>> {
    const newest = await this.records.newest(limit);
    return { records: newest.map(toOutput), count: newest.length };
  }
}

function toOutput(row: AuditRecord): z.output<typeof record> {
  const findings = row.piiDecisions.flatMap((decision) => decision.findings);
  return {
    id: row.id,
    timestamp: row.occurredAt.toISOString(),
    event_type: row.eventType,
    outcome: row.outcome,
    reason: row.reason,
    action_taken: actionTaken(row),
    target: row.targetType === null ? null : `${row.targetType}:${row.targetId ?? ''}`,
    user_id: row.actorSubject,
    client_id: row.clientId,
    source_address: row.sourceAddress,
    contains_pii: row.containsPii,
    pii_types: [...new Set(findings.map(({ entityType }) => entityType))],
    trace_id: row.traceId,
  };
}
