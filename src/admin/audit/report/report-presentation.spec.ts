import { createHash } from 'node:crypto';
import type { SecurityReportData } from '../../../audit/index.js';
import { PAGE_CONTENT_SECURITY_POLICY } from './page-style.js';
import { toReportCsv } from './report-csv.js';
import { toReportJson } from './report-json.js';
import { toReportPage } from './report-page.js';
import { REPORT_TEXTS } from './report-texts.js';

const MARKUP = '<img src=x onerror=alert(1)>';
const FORMULA = '=HYPERLINK("http://evil.example")';
const tally = { total: 4, success: 2, failure: 1, denied: 1, withPii: 1 };
const at = new Date('2026-01-31T09:00:00Z');

const REPORT: SecurityReportData = {
  generatedAt: at,
  period: { from: new Date('2026-01-31T07:00:00Z'), to: at },
  totals: {
    ...tally,
    toolAccesses: 4,
    tokensIssued: 0,
    tokensDenied: 0,
    piiFindings: 2,
    incidents: 0,
    clients: 1,
    subjects: 1,
    addresses: 1,
  },
  rates: { success: 0.5, failure: 0.25, denied: 0.25, withPii: 0.25, eventsPerHour: 2 },
  byOutcome: { success: 2, failure: 1, denied: 1 },
  byEvent: [{ eventType: 'tool.called', ...tally }],
  byTool: [{ tool: MARKUP, ...tally }],
  byClient: [
    { clientId: FORMULA, ...tally },
    { clientId: '', ...tally },
  ],
  piiTypes: [{ entityType: 'EMAIL_ADDRESS', direction: 'out', action: 'mask', findings: 2 }],
  refusals: [{ eventType: 'tool.denied', reason: 'insufficient_scope', count: 1, lastAt: at }],
  failures: [],
  incidentsBySeverity: [],
  hourly: [
    { hour: new Date('2026-01-31T07:00:00Z'), success: 2, failure: 1, denied: 1 },
    { hour: new Date('2026-01-31T08:00:00Z'), success: 0, failure: 0, denied: 0 },
  ],
  recommendations: [{ code: 'nothing_unusual', severity: 'info', count: 4 }],
};

describe.each(['ko', 'en'] as const)('the page in %s', (language) => {
  const page = toReportPage(REPORT, REPORT_TEXTS[language]);

  it('escapes what callers named themselves', () => {
    expect(page).not.toContain('<img');
    expect(page).toContain('onerror');
  });

  it('needs no script, no inline style and nothing from anywhere else', () => {
    expect(page).not.toMatch(/<script|<link|<iframe|\son\w+="|\sstyle="|url\(|@import|https?:\/\/(?!evil)/i);
  });

  it('has exactly the style sheet that its policy allows', () => {
    const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => text);
    expect(styles).toHaveLength(1);
    const digest = createHash('sha256')
      .update(styles[0] ?? '')
      .digest('base64');
    expect(PAGE_CONTENT_SECURITY_POLICY).toContain(`style-src 'sha256-${digest}'`);
    expect(styles[0]).not.toMatch(/&(amp|lt|gt|quot|#39);/);
  });

  it('names its language and draws its charts', () => {
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(REPORT_TEXTS[language].title);
    expect(page.match(/<svg/g)?.length).toBeGreaterThanOrEqual(5);
    expect(page).not.toMatch(/NaN|undefined|\[object/);
  });
});

describe('the page without any record', () => {
  it('says so instead of drawing nonsense', () => {
    const empty = {
      ...REPORT,
      byEvent: [],
      byTool: [],
      byClient: [],
      piiTypes: [],
      refusals: [],
      hourly: [],
    };
    const page = toReportPage(
      { ...empty, byOutcome: { success: 0, failure: 0, denied: 0 } },
      REPORT_TEXTS.ko,
    );
    expect(page).toContain(REPORT_TEXTS.ko.nothing);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('the CSV', () => {
  const lines = toReportCsv(REPORT).trimEnd().split('\r\n');

  it('has as many fields in every line', () => {
    expect(lines.filter((line) => !line.includes('"')).every((line) => line.split(',').length === 9)).toBe(
      true,
    );
  });

  it('holds every list, and no formula', () => {
    const sections = new Set(lines.slice(1).map((line) => line.split(',')[0]));
    for (const section of [
      'totals',
      'rates',
      'by_event',
      'by_tool',
      'by_client',
      'pii_types',
      'refusals',
      'hourly',
    ]) {
      expect(sections).toContain(section);
    }
    expect(lines.join('\n')).toContain(`by_client,"'=HYPERLINK(""http://evil.example"")"`);
  });
});

describe('the JSON', () => {
  it('has wire names, times as text and recommendations in words', () => {
    expect(toReportJson(REPORT, REPORT_TEXTS.en)).toMatchObject({
      generated_at: '2026-01-31T09:00:00.000Z',
      totals: { tool_accesses: 4, with_pii: 1 },
      by_client: [{ client_id: FORMULA }, { client_id: '' }],
      refusals: [{ event_type: 'tool.denied', last_at: '2026-01-31T09:00:00.000Z' }],
      recommendations: [{ code: 'nothing_unusual', message: 'Nothing unusual in 4 records.' }],
    });
  });
});
