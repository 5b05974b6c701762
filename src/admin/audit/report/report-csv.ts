import type { SecurityReportData, Tally } from '../../../audit/index.js';
import { toCsv, type Cell } from './csv.js';

const HEADER = [
  'section',
  'name',
  'qualifier',
  'total',
  'success',
  'failure',
  'denied',
  'with_pii',
  'last_at',
];

type Row = readonly Cell[];

/** The report as one flat table: which list a row belongs to stands in its first column. */
export function toReportCsv(report: SecurityReportData): string {
  return toCsv(HEADER, [
    ...periodRows(report),
    ...totalRows(report),
    ...report.byEvent.map((tally) => tallyRow('by_event', tally.eventType, tally)),
    ...report.byTool.map((tally) => tallyRow('by_tool', tally.tool, tally)),
    ...report.byClient.map((tally) => tallyRow('by_client', tally.clientId, tally)),
    ...report.piiTypes.map((type) =>
      row('pii_types', type.entityType, `${type.direction}:${type.action}`, type.findings),
    ),
    ...report.refusals.map((one) => row('refusals', one.reason, one.eventType, one.count, one.lastAt)),
    ...report.failures.map((one) => row('failures', one.reason, one.eventType, one.count, one.lastAt)),
    ...report.incidentsBySeverity.map((one) => row('incidents', one.severity, null, one.count)),
    ...report.hourly.map(hourRow),
    ...report.recommendations.map((one) => row('recommendations', one.code, one.severity, one.count)),
  ]);
}

function periodRows({ period, generatedAt }: SecurityReportData): Row[] {
  return [
    row('period', 'from', null, null, period.from),
    row('period', 'to', null, null, period.to),
    row('period', 'generated', null, null, generatedAt),
  ];
}

function totalRows({ totals, rates }: SecurityReportData): Row[] {
  return [
    tallyRow('totals', 'events', totals),
    row('totals', 'tool_accesses', null, totals.toolAccesses),
    row('totals', 'tokens_issued', null, totals.tokensIssued),
    row('totals', 'tokens_denied', null, totals.tokensDenied),
    row('totals', 'pii_findings', null, totals.piiFindings),
    row('totals', 'incidents', null, totals.incidents),
    row('totals', 'clients', null, totals.clients),
    row('totals', 'subjects', null, totals.subjects),
    row('totals', 'addresses', null, totals.addresses),
    row('rates', 'success', null, rates.success),
    row('rates', 'failure', null, rates.failure),
    row('rates', 'denied', null, rates.denied),
    row('rates', 'with_pii', null, rates.withPii),
    row('rates', 'events_per_hour', null, rates.eventsPerHour),
  ];
}

function tallyRow(section: string, name: string, tally: Tally): Row {
  return [section, name, null, tally.total, tally.success, tally.failure, tally.denied, tally.withPii, null];
}

function hourRow({ hour, success, failure, denied }: SecurityReportData['hourly'][number]): Row {
  return [
    'hourly',
    hour.toISOString(),
    null,
    success + failure + denied,
    success,
    failure,
    denied,
    null,
    null,
  ];
}

function row(section: string, name: string, qualifier: string | null, total: number | null, at?: Date): Row {
  return [section, name, qualifier, total, null, null, null, null, at?.toISOString() ?? null];
}
