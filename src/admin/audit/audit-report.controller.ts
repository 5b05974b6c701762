import { Controller, Get, Header, Headers, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SecurityReport, type SecurityReportData } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { preferredLanguage } from '../../common/preferred-language.js';
import { Scopes } from '../../common/scopes.decorator.js';
import { PAGE_CONTENT_SECURITY_POLICY } from './report/page-style.js';
import { toReportCsv } from './report/report-csv.js';
import { toReportJson } from './report/report-json.js';
import { toReportPage } from './report/report-page.js';
import { REPORT_TEXTS } from './report/report-texts.js';
import { periodOf, reportQuery, type ReportQuery } from './report-query.schema.js';

/** The security report of a period, computed from the audit trail. */
@Controller('admin/audit/report')
@Scopes('audit.read')
export class AuditReportController {
  constructor(
    private readonly report: SecurityReport,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @Header('Vary', 'Origin, Accept-Language')
  async show(
    @Query({ schema: reportQuery }) query: ReportQuery,
    @Headers('accept-language') acceptLanguage: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | string> {
    const report = await this.report.compute(periodOf(query, this.clock.now()));
    const texts = REPORT_TEXTS[preferredLanguage(acceptLanguage)];
    if (query.format === 'json') return toReportJson(report, texts);
    if (query.format === 'csv') return asFile(reply, report);
    void reply
      .type('text/html; charset=utf-8')
      .header('Content-Security-Policy', PAGE_CONTENT_SECURITY_POLICY);
    return toReportPage(report, texts);
  }
}

function asFile(reply: FastifyReply, report: SecurityReportData): string {
  const day = report.period.to.toISOString().slice(0, 10);
  void reply
    .type('text/csv; charset=utf-8; header=present')
    .header('Content-Disposition', `attachment; filename="security-report-${day}.csv"`);
  return toReportCsv(report);
}
