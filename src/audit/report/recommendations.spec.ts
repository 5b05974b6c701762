import { recommend } from './recommendations.js';
import type { ReportFigures } from './report-figures.js';

const NONE = { total: 0, success: 0, failure: 0, denied: 0, withPii: 0 };
const QUIET: ReportFigures = {
  period: { from: new Date(0), to: new Date(1) },
  totals: {
    ...NONE,
    total: 100,
    success: 100,
    toolAccesses: 0,
    tokensIssued: 0,
    tokensDenied: 0,
    piiFindings: 0,
    incidents: 0,
    clients: 1,
    subjects: 1,
    addresses: 1,
  },
  rates: { success: 1, failure: 0, denied: 0, withPii: 0, eventsPerHour: 100 },
  byEvent: [],
  byTool: [],
  byClient: [],
  byOutcome: { success: 100, failure: 0, denied: 0 },
  piiTypes: [],
  refusals: [],
  failures: [],
  incidentsBySeverity: [],
  hourly: [],
};

const refused = (reason: string, count: number) => ({
  refusals: [{ eventType: 'token.denied', reason, count, lastAt: new Date(0) }],
});
const found = (action: 'keep' | 'mask', direction: 'in' | 'out') => ({
  piiTypes: [{ entityType: 'EMAIL', action, direction, findings: 3 }],
});
const denied = (count: number, rate: number) => ({
  totals: { ...QUIET.totals, denied: count },
  rates: { ...QUIET.rates, denied: rate },
});

describe('recommend', () => {
  it.each<[string, Partial<ReportFigures>, string]>([
    ['nothing stands out', {}, 'nothing_unusual'],
    ['nothing was recorded', { totals: { ...QUIET.totals, total: 0 } }, 'nothing_recorded'],
    [
      'a critical incident',
      { incidentsBySeverity: [{ severity: 'CRITICAL', count: 1 }] },
      'handle_incidents',
    ],
    ['a low incident only', { incidentsBySeverity: [{ severity: 'LOW', count: 9 }] }, 'nothing_unusual'],
    ['ten wrong secrets', refused('invalid_client', 10), 'find_secret_guessing'],
    ['nine wrong secrets', refused('invalid_client', 9), 'nothing_unusual'],
    ['a lockout', { byEvent: [{ ...NONE, total: 1, eventType: 'client.locked' }] }, 'review_locked_clients'],
    ['a fifth refused', denied(20, 0.2), 'nothing_unusual'],
    ['more than a fifth refused', denied(21, 0.21), 'review_refusals'],
    ['a large share of very few', denied(2, 0.5), 'nothing_unusual'],
    ['personal data kept on the way out', found('keep', 'out'), 'review_kept_pii'],
    ['personal data kept on the way in', found('keep', 'in'), 'nothing_unusual'],
    ['personal data masked', found('mask', 'out'), 'nothing_unusual'],
    ['a rejection', refused('pii_rejected', 1), 'tell_senders_about_pii'],
    ['five missing scopes', refused('insufficient_scope', 5), 'grant_missing_scopes'],
  ])('%s', (_what, figures, code) => {
    expect(recommend({ ...QUIET, ...figures })).toMatchObject([{ code }]);
  });

  it('puts the most severe first', () => {
    const both = { ...refused('pii_rejected', 1), incidentsBySeverity: [{ severity: 'HIGH', count: 1 }] };
    expect(recommend({ ...QUIET, ...both }).map(({ severity }) => severity)).toEqual(['critical', 'info']);
  });
});
