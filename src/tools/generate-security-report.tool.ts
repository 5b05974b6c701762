import { z } from 'zod';
import { SecurityReport, type SecurityReportData } from '../audit/index.js';
import { Clock } from '../common/clock.js';
import { Scopes } from '../common/scopes.decorator.js';
import { McpTool } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { reportDetails, reportDetailsSchema } from './security-report/report-details.js';
import { reportSummary, reportSummarySchema } from './security-report/report-summary.js';

const PERIOD_DAYS = 7;
const DAY_MS = 86_400_000;

const input = z.object({
  report_type: z
    .enum(['summary', 'detailed'])
    .default('summary')
    .describe(
      'summary: totals, rates and recommendations; detailed: also by event, tool, client, reason and hour',
    ),
});

const output = z.object({
  report_type: z.enum(['summary', 'detailed']),
  ...reportSummarySchema.shape,
  details: reportDetailsSchema.optional().describe('Only in a detailed report'),
});

@McpTool({
  name: 'generate_security_report',
  title: 'Generate a security report',
  description:
    `Computes a security report from the audit records of the last ${PERIOD_DAYS} days: events, tool accesses, tokens, ` +
    'findings of personal data, incidents, success and refusal rates, and recommendations. Use `detailed` for ' +
    'breakdowns; use `get_security_audit_log` to read single records.',
  input,
  output,
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
})
@Scopes('audit.read')
@PiiPolicy({
  in: 'keep',
  out: 'mask',
  fields: { '/generated_at': 'keep', '/period': 'keep', '/totals': 'keep', '/recommendations': 'keep' },
})
export class GenerateSecurityReportTool {
  constructor(
    private readonly report: SecurityReport,
    private readonly clock: Clock,
  ) {}

  async execute({ report_type }: z.output<typeof input>): Promise<z.output<typeof output>> {
    const data = await this.compute();
    const summary = { report_type, ...reportSummary(data) };
    return report_type === 'summary' ? summary : { ...summary, details: reportDetails(data) };
  }

  private compute(): Promise<SecurityReportData> {
    const to = this.clock.now();
    return this.report.compute({ from: new Date(to.getTime() - PERIOD_DAYS * DAY_MS), to });
  }
}
