import { z } from 'zod';
import type { SecurityReportData } from '../../audit/index.js';
import { ADVICE } from './advice.js';

const count = z.number().int();
const share = z.number().describe('Between 0 and 1');

export const reportSummarySchema = z.object({
  generated_at: z.iso.datetime(),
  period: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }),
  totals: z.object({
    events: count,
    success: count,
    failure: count,
    denied: count,
    tool_accesses: count,
    tokens_issued: count,
    tokens_denied: count,
    pii_detections: count.describe('Findings of personal data in arguments and results'),
    events_with_pii: count,
    incidents: count,
    clients: count,
    subjects: count,
    addresses: count,
  }),
  rates: z.object({
    success: share,
    failure: share,
    denied: share,
    with_pii: share,
    events_per_hour: z.number(),
  }),
  recommendations: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['info', 'warning', 'critical']),
      count: count.describe('The figure behind it'),
      advice: z.string(),
    }),
  ),
});

type Summary = z.output<typeof reportSummarySchema>;

/** Totals, rates and recommendations, in the words of the tool's output. */
export function reportSummary(data: SecurityReportData): Summary {
  return {
    generated_at: data.generatedAt.toISOString(),
    period: { from: data.period.from.toISOString(), to: data.period.to.toISOString() },
    totals: totals(data),
    rates: rates(data),
    recommendations: data.recommendations.map((advice) => ({ ...advice, advice: ADVICE[advice.code] })),
  };
}

function totals({ totals }: SecurityReportData): Summary['totals'] {
  const { success, failure, denied, incidents, clients, subjects, addresses } = totals;
  return {
    events: totals.total,
    success,
    failure,
    denied,
    tool_accesses: totals.toolAccesses,
    tokens_issued: totals.tokensIssued,
    tokens_denied: totals.tokensDenied,
    pii_detections: totals.piiFindings,
    events_with_pii: totals.withPii,
    incidents,
    clients,
    subjects,
    addresses,
  };
}

function rates({ rates }: SecurityReportData): Summary['rates'] {
  const { success, failure, denied } = rates;
  return { success, failure, denied, with_pii: rates.withPii, events_per_hour: rates.eventsPerHour };
}
