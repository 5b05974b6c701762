import { recordsQuery } from './records-query.schema.js';
import { periodOf, reportQuery } from './report-query.schema.js';

const DAY_MS = 86_400_000;

describe('recordsQuery', () => {
  it('asks for fifty records when nothing is said', () => {
    expect(recordsQuery.parse({})).toEqual({ limit: 50 });
  });

  it.each([
    [{ limit: '1' }, { limit: 1 }],
    [{ limit: '500' }, { limit: 500 }],
    [{ event_type: 'tool.called' }, { event_type: 'tool.called' }],
    [{ from: '2026-01-31T09:00:00+09:00' }, { from: new Date('2026-01-31T00:00:00Z') }],
    [{ to: '2026-01-31' }, { to: new Date('2026-01-31T00:00:00Z') }],
    [{ target: 'GET /hello' }, { target: 'GET /hello' }],
    [{ subject: '홍길동' }, { subject: '홍길동' }],
  ])('takes %j', (query, expected) => {
    expect(recordsQuery.parse(query)).toMatchObject(expected);
  });

  it.each([
    [{ limit: '0' }],
    [{ limit: '501' }],
    [{ limit: '1.5' }],
    [{ limit: '' }],
    [{ limit: ['1', '2'] }],
    [{ event_type: 'tool.called ' }],
    [{ event_type: 'constructor' }],
    [{ outcome: 'ok' }],
    [{ client_id: '' }],
    [{ client_id: 'a\u0000b' }],
    [{ target: 'x'.repeat(257) }],
    [{ from: 'yesterday' }],
    [{ from: '2026-02-30' }],
    [{ from: '0000-01-01' }],
    [{ from: '2026-01-31T09:00:00' }],
    [{ from: '2026-02-01', to: '2026-01-01' }],
    [{ from: '2026-02-01', to: '2026-02-01' }],
    [{ cursor: 'not ours' }],
  ])('refuses %j', (query) => {
    expect(recordsQuery.safeParse(query).success).toBe(false);
  });

  it('refuses a parameter it does not know without repeating it', () => {
    const result = recordsQuery.safeParse({ 'hong@example.com': '1' });
    expect(JSON.stringify(result.error?.issues.map(({ message }) => message))).toMatch(
      /unknown parameter; known are/,
    );
    expect(result.error?.issues.map(({ message }) => message).join()).not.toContain('hong');
  });
});

describe('reportQuery', () => {
  const now = new Date('2026-01-31T09:00:00Z');
  const period = (query: object) => periodOf(reportQuery.parse(query), now);

  it('means the last 24 hours, this millisecond included, as JSON', () => {
    expect(reportQuery.parse({})).toEqual({ format: 'json' });
    const { from, to } = period({});
    expect(to.getTime()).toBe(now.getTime() + 1);
    expect(to.getTime() - from.getTime()).toBe(DAY_MS);
  });

  it('means the day before an end that stands alone', () => {
    expect(period({ to: '2026-01-10' }).from).toEqual(new Date('2026-01-09T00:00:00Z'));
  });

  it('never ends before it begins', () => {
    const { from, to } = period({ from: '2199-01-01' });
    expect(to.getTime()).toBeGreaterThan(from.getTime());
  });

  it.each([
    [{ format: 'pdf' }],
    [{ format: '' }],
    [{ format: ['json', 'csv'] }],
    [{ from: '2026-01-02', to: '2026-01-01' }],
    [{ from: '2025-01-01', to: '2025-06-01' }],
    [{ from: '1999-01-01' }],
    [{ verbose: '1' }],
  ])('refuses %j', (query) => {
    expect(reportQuery.safeParse(query).success).toBe(false);
  });

  it('takes 92 days and not an instant more', () => {
    expect(reportQuery.safeParse({ from: '2026-01-01', to: '2026-04-03' }).success).toBe(true);
    expect(reportQuery.safeParse({ from: '2026-01-01', to: '2026-04-03T00:00:00.001Z' }).success).toBe(false);
  });
});
