import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import type { AuditOutcome } from '../audit-event.js';
import { toHourlySeries } from './hourly-series.js';
import { recommend } from './recommendations.js';
import type { Named, Period, ReportFigures, ReportRates, ReportTotals, Tally } from './report-figures.js';
import type { SecurityReportData } from './security-report-data.js';
import { ReportQueries, type DistinctCounts, type Extent } from './report-queries.repository.js';

const HOUR_MS = 3_600_000;

/** Computes what a period's audit records say. */
@Injectable()
export class SecurityReport {
  constructor(
    private readonly queries: ReportQueries,
    private readonly clock: Clock,
  ) {}

  /** @param period bounded by the caller: the hourly series has an entry for each of its hours. */
  async compute(period: Period): Promise<SecurityReportData> {
    const figures = await this.figures(await this.queries.extent(period), period);
    return { generatedAt: this.clock.now(), ...figures, recommendations: recommend(figures) };
  }

  /** One query after the other: a report must not take the connections that requests need. */
  private async figures(extent: Extent, period: Period): Promise<ReportFigures> {
    const byEvent = await this.queries.byEvent(extent);
    const byTool = await this.queries.byTool(extent);
    const byClient = await this.queries.byClient(extent);
    const piiTypes = await this.queries.piiTypes(extent);
    const refusals = await this.queries.reasons(extent, 'denied');
    const failures = await this.queries.reasons(extent, 'failure');
    const incidentsBySeverity = await this.queries.incidentsBySeverity(extent);
    const hourly = toHourlySeries(period, await this.queries.hourly(extent));
    const distinct = await this.queries.distinct(extent);
    const piiFindings = piiTypes.reduce((total, { findings }) => total + findings, 0);
    const totals = totalsOf(byEvent, piiFindings, distinct);
    const rates = ratesOf(totals, period);
    const lists = { byEvent, byTool, byClient, piiTypes, refusals, failures, incidentsBySeverity, hourly };
    return { period, totals, rates, byOutcome: outcomesOf(totals), ...lists };
  }
}

function totalsOf(
  byEvent: readonly (Named<'eventType'> & Tally)[],
  piiFindings: number,
  distinct: DistinctCounts,
): ReportTotals {
  const count = (member: keyof Tally) => byEvent.reduce((total, tally) => total + tally[member], 0);
  const of = (...types: string[]) =>
    byEvent
      .filter(({ eventType }) => types.includes(eventType))
      .reduce((total, tally) => total + tally.total, 0);
  return {
    total: count('total'),
    success: count('success'),
    failure: count('failure'),
    denied: count('denied'),
    withPii: count('withPii'),
    toolAccesses: of('tool.called', 'tool.denied'),
    tokensIssued: of('token.issued'),
    tokensDenied: of('token.denied'),
    incidents: of('incident.recorded'),
    piiFindings,
    ...distinct,
  };
}

function outcomesOf({ success, failure, denied }: Tally): Record<AuditOutcome, number> {
  return { success, failure, denied };
}

function ratesOf(totals: ReportTotals, { from, to }: Period): ReportRates {
  const share = (part: number) => (totals.total === 0 ? 0 : round(part / totals.total));
  const hours = Math.max(1, (to.getTime() - from.getTime()) / HOUR_MS);
  return {
    success: share(totals.success),
    failure: share(totals.failure),
    denied: share(totals.denied),
    withPii: share(totals.withPii),
    eventsPerHour: round(totals.total / hours),
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
