import type { PiiAction } from '../../common/policy-decision.js';
import type { AuditOutcome } from '../audit-event.js';

/** Inclusive start, exclusive end. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** How many, and how they ended. */
export interface Tally {
  readonly total: number;
  readonly success: number;
  readonly failure: number;
  readonly denied: number;
  /** Records whose access touched personal data. */
  readonly withPii: number;
}

export type Named<Name extends string> = Readonly<Record<Name, string>>;

export interface PiiTypeCount {
  readonly entityType: string;
  readonly direction: 'in' | 'out';
  /** What the policy did about it. */
  readonly action: PiiAction;
  readonly findings: number;
}

export interface ReasonCount {
  readonly eventType: string;
  readonly reason: string;
  readonly count: number;
  readonly lastAt: Date;
}

export interface HourTally {
  /** Start of the hour. */
  readonly hour: Date;
  readonly success: number;
  readonly failure: number;
  readonly denied: number;
}

export interface ReportTotals extends Tally {
  readonly toolAccesses: number;
  readonly tokensIssued: number;
  readonly tokensDenied: number;
  readonly piiFindings: number;
  readonly incidents: number;
  readonly clients: number;
  readonly subjects: number;
  readonly addresses: number;
}

/** Shares between 0 and 1; 0 when nothing happened. */
export interface ReportRates {
  readonly success: number;
  readonly failure: number;
  readonly denied: number;
  readonly withPii: number;
  readonly eventsPerHour: number;
}

/** What a period's records say. Lists are ordered by count and bounded to the first MAX_ROWS. */
export interface ReportFigures {
  readonly period: Period;
  readonly totals: ReportTotals;
  readonly rates: ReportRates;
  readonly byEvent: readonly (Named<'eventType'> & Tally)[];
  readonly byTool: readonly (Named<'tool'> & Tally)[];
  /** An empty client id stands for accesses without a known client. */
  readonly byClient: readonly (Named<'clientId'> & Tally)[];
  readonly byOutcome: Readonly<Record<AuditOutcome, number>>;
  readonly piiTypes: readonly PiiTypeCount[];
  readonly refusals: readonly ReasonCount[];
  readonly failures: readonly ReasonCount[];
  readonly incidentsBySeverity: readonly { readonly severity: string; readonly count: number }[];
  readonly hourly: readonly HourTally[];
}
