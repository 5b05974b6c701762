import { z } from 'zod';
import type { SecurityReportData } from '../../audit/index.js';

const count = z.number().int();
const tally = { total: count, success: count, failure: count, denied: count, with_pii: count };
const reason = z.object({ event_type: z.string(), reason: z.string(), count, last_at: z.iso.datetime() });

export const reportDetailsSchema = z.object({
  by_event: z.array(z.object({ event_type: z.string(), ...tally })),
  by_tool: z.array(z.object({ tool: z.string(), ...tally })),
  by_client: z.array(z.object({ client_id: z.string().describe('Empty: no known client'), ...tally })),
  pii_types: z.array(
    z.object({
      entity_type: z.string(),
      direction: z.enum(['in', 'out']),
      action: z.string(),
      findings: count,
    }),
  ),
  refusals: z.array(reason),
  failures: z.array(reason),
  incidents_by_severity: z.array(z.object({ severity: z.string(), count })),
  hourly: z
    .array(z.object({ hour: z.iso.datetime(), success: count, failure: count, denied: count }))
    .describe('Hours in which something happened'),
});

type Details = z.output<typeof reportDetailsSchema>;
type Tally = SecurityReportData['byEvent'][number];

/** The breakdowns, in the words of the tool's output. */
export function reportDetails(data: SecurityReportData): Details {
  return {
    by_event: data.byEvent.map((row) => ({ event_type: row.eventType, ...tallyOf(row) })),
    by_tool: data.byTool.map((row) => ({ tool: row.tool, ...tallyOf(row) })),
    by_client: data.byClient.map((row) => ({ client_id: row.clientId, ...tallyOf(row) })),
    pii_types: data.piiTypes.map(({ entityType, ...row }) => ({ entity_type: entityType, ...row })),
    refusals: data.refusals.map(reasonOf),
    failures: data.failures.map(reasonOf),
    incidents_by_severity: data.incidentsBySeverity.map((row) => ({ ...row })),
    hourly: data.hourly.filter(happened).map((row) => ({ ...row, hour: row.hour.toISOString() })),
  };
}

function tallyOf({ total, success, failure, denied, withPii }: Omit<Tally, 'eventType'>) {
  return { total, success, failure, denied, with_pii: withPii };
}

function reasonOf(row: SecurityReportData['refusals'][number]): Details['refusals'][number] {
  return {
    event_type: row.eventType,
    reason: row.reason,
    count: row.count,
    last_at: row.lastAt.toISOString(),
  };
}

function happened({ success, failure, denied }: SecurityReportData['hourly'][number]): boolean {
  return success + failure + denied > 0;
}
