import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

describe('the audit trail over HTTP', () => {
  let gatehouse: Gatehouse;
  let token: string;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${gatehouse.port}${path}`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  const records = async (query: string) =>
    (await (await get(`/admin/audit/records?${query}`)).json()) as {
      records: Record<string, unknown>[];
      next_cursor: string | null;
    };

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    token = await gatehouse.adminToken();
  });
  afterAll(() => gatehouse.stop());

  describe.each(['/admin/audit/records', '/admin/audit/report', '/admin/audit/report?format=html'])(
    '%s',
    (path) => {
      it('is closed without a token', async () => {
        const response = await fetch(`http://127.0.0.1:${gatehouse.port}${path}`);
        expect(response.status).toBe(401);
        expect(response.headers.get('www-authenticate')).toMatch(/^Bearer /);
      });

      it('asks for audit.read', async () => {
        token = await gatehouse.token({ scope: 'mcp.access' });
        const response = await get(path);
        token = await gatehouse.adminToken();
        expect(response.status).toBe(403);
        expect(response.headers.get('www-authenticate')).toMatch(/error="insufficient_scope".*audit\.read/);
      });
    },
  );

  it('has exactly one record for an access, there before the answer', async () => {
    const correlation = `e2e-${Date.now()}`;
    const response = await get('/hello', { 'x-correlation-id': correlation });
    expect(response.status).toBe(200);
    const { records: found } = await records('target=GET%20%2Fhello');
    expect(found.filter(({ correlation_id }) => correlation_id === correlation)).toMatchObject([
      {
        event_type: 'route.accessed',
        outcome: 'success',
        action_taken: 'executed',
        actor: { kind: 'client' },
      },
    ]);
  });

  it('has a record for a refusal, with its reason', async () => {
    const correlation = `refused-${Date.now()}`;
    token = 'forged.token.here';
    const response = await get('/hello', { 'x-correlation-id': correlation });
    token = await gatehouse.adminToken();
    expect(response.status).toBe(401);
    const { records: found } = await records('event_type=route.denied');
    expect(found.filter(({ correlation_id }) => correlation_id === correlation)).toMatchObject([
      { outcome: 'denied', reason: 'token_malformed', action_taken: 'denied' },
    ]);
  });

  it('pages with a cursor, without overlap', async () => {
    for (let count = 0; count < 5; count += 1) await get('/hello');
    const first = await records('target=GET%20%2Fhello&limit=2');
    const second = await records(`target=GET%20%2Fhello&limit=2&cursor=${first.next_cursor}`);
    const ids = [...first.records, ...second.records].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it.each([
    ['records', 'limit=0', 'limit'],
    ['records', 'event_type=nothing', 'event_type'],
    ['records', 'from=yesterday', 'from'],
    ['records', 'cursor=%00', 'cursor'],
    ['records', 'subject=%00', 'subject'],
    ['records', 'limit=1&limit=2', 'limit'],
    ['records', 'x=1', 'unknown parameter'],
    ['report', 'format=pdf', 'format'],
    ['report', 'from=2020-01-01&to=2026-01-01', 'from'],
  ])('answers %s?%s with 400, naming %s', async (path, query, named) => {
    const response = await get(`/admin/audit/${path}?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(JSON.stringify(await response.json())).toContain(named);
  });

  it('reports as JSON by default, whatever Accept says', async () => {
    const response = await get('/admin/audit/report', { accept: 'text/html' });
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const report = (await response.json()) as { totals: { total: number }; hourly: unknown[] };
    expect(report.totals.total).toBeGreaterThan(5);
    expect(report.hourly.length).toBeGreaterThanOrEqual(24);
  });

  it('reports as CSV that Korean Excel opens', async () => {
    const response = await get('/admin/audit/report?format=csv', { accept: 'application/json' });
    expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="security-report-[\d-]+\.csv"$/,
    );
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(bytes.toString('utf8')).toContain('\r\ntotals,events,,');
  });

  it.each([
    ['ko-KR,ko;q=0.9', 'ko', '보안 보고서'],
    ['en-US,en;q=0.9', 'en', 'Security report'],
  ])('reports as a page for %s that may load and run nothing', async (language, expected, title) => {
    const response = await get('/admin/audit/report?format=html', { 'accept-language': language });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='/);
    expect(policy).not.toMatch(/unsafe|script-src/);
    expect(response.headers.get('vary')).toContain('Accept-Language');
    const page = await response.text();
    expect(page).toContain(`<html lang="${expected}">`);
    expect(page).toContain(title);
    expect(page).toContain('<svg');
  });
});
