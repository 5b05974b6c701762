import type { ReasonCount, ReportFigures } from './report-figures.js';

export type Severity = 'info' | 'warning' | 'critical';

export const RECOMMENDATIONS = [
  'handle_incidents',
  'find_secret_guessing',
  'review_locked_clients',
  'review_refusals',
  'fix_failures',
  'review_kept_pii',
  'tell_senders_about_pii',
  'grant_missing_scopes',
  'nothing_recorded',
  'nothing_unusual',
] as const;

export type RecommendationCode = (typeof RECOMMENDATIONS)[number];

/** What somebody should do, and the figure that says so. Words are the presentation's. */
export interface Recommendation {
  readonly code: RecommendationCode;
  readonly severity: Severity;
  readonly count: number;
}

/** Below this many records a share says nothing. */
const ENOUGH = 20;
const HIGH_DENIAL_RATE = 0.2;
const HIGH_FAILURE_RATE = 0.05;
const MANY_WRONG_SECRETS = 10;
const MANY_MISSING_SCOPES = 5;

type Rule = (figures: ReportFigures) => Recommendation | undefined;

const RULES: readonly Rule[] = [
  (figures) => advise('handle_incidents', 'critical', severeIncidents(figures), 1),
  (figures) =>
    advise('find_secret_guessing', 'warning', refusedFor(figures, 'invalid_client'), MANY_WRONG_SECRETS),
  (figures) => advise('review_locked_clients', 'warning', eventsOf(figures, 'client.locked'), 1),
  ({ totals, rates }) =>
    rates.denied > HIGH_DENIAL_RATE
      ? advise('review_refusals', 'warning', totals.denied, ENOUGH / 4)
      : undefined,
  ({ totals, rates }) =>
    rates.failure > HIGH_FAILURE_RATE
      ? advise('fix_failures', 'warning', totals.failure, ENOUGH / 4)
      : undefined,
  (figures) => advise('review_kept_pii', 'warning', keptFindings(figures), 1),
  (figures) => advise('tell_senders_about_pii', 'info', refusedFor(figures, 'pii_rejected'), 1),
  (figures) =>
    advise('grant_missing_scopes', 'info', refusedFor(figures, 'insufficient_scope'), MANY_MISSING_SCOPES),
];

/** Most severe first; never empty. */
export function recommend(figures: ReportFigures): Recommendation[] {
  if (figures.totals.total === 0) return [{ code: 'nothing_recorded', severity: 'info', count: 0 }];
  const advice = RULES.map((rule) => rule(figures)).filter((found) => found !== undefined);
  return advice.length > 0
    ? advice
    : [{ code: 'nothing_unusual', severity: 'info', count: figures.totals.total }];
}

function advise(
  code: RecommendationCode,
  severity: Severity,
  count: number,
  threshold: number,
): Recommendation | undefined {
  return count >= threshold ? { code, severity, count } : undefined;
}

function refusedFor({ refusals }: ReportFigures, reason: string): number {
  return sum(refusals.filter((refusal: ReasonCount) => refusal.reason === reason).map(({ count }) => count));
}

function eventsOf({ byEvent }: ReportFigures, eventType: string): number {
  return byEvent.find((event) => event.eventType === eventType)?.total ?? 0;
}

function severeIncidents({ incidentsBySeverity }: ReportFigures): number {
  return sum(
    incidentsBySeverity
      .filter(({ severity }) => /^(high|critical)$/i.test(severity))
      .map(({ count }) => count),
  );
}

/** Personal data that left, or came in, as it was. */
function keptFindings({ piiTypes }: ReportFigures): number {
  return sum(
    piiTypes
      .filter(({ action, direction }) => action === 'keep' && direction === 'out')
      .map(({ findings }) => findings),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
