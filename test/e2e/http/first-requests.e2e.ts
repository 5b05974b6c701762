import { bearer } from '../../support/doors.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

const PAGE = 'https://page.example';

describe('what anybody tries first', () => {
  let gatehouse: Gatehouse;
  let token: string;

  beforeAll(async () => {
    gatehouse = await startGatehouse({ env: { ALLOWED_ORIGINS: PAGE } });
    token = await gatehouse.token();
  });
  afterAll(() => gatehouse.stop());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(gatehouse.url + path, { headers });

  it('GET / tells a caller with a token what this is and where its doors are', async () => {
    const response = await get('/', bearer(token));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    const information = (await response.json()) as { endpoints: Record<string, string> };
    expect(information).toMatchObject({
      name: 'Gatehouse',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
      issuer: gatehouse.url,
      endpoints: { token: `${gatehouse.url}/oauth2/token`, mcp: `${gatehouse.url}/mcp` },
    });
    for (const [name, url] of Object.entries(information.endpoints)) {
      const { status } = await fetch(url, { headers: { accept: 'text/html' } });
      expect({ name, answers: status !== 404 }).toEqual({ name, answers: true });
    }
  });

  it.each([
    ['ko', 'MCP OAuth2 데모에서 안녕하세요!'],
    ['ko-KR,ko;q=0.9,en;q=0.8', 'MCP OAuth2 데모에서 안녕하세요!'],
    ['fr', 'MCP OAuth2 데모에서 안녕하세요!'],
    ['en', 'Hello from the MCP OAuth2 demo!'],
    ['en-US,en;q=0.9,ko;q=0.8', 'Hello from the MCP OAuth2 demo!'],
  ])('GET /hello greets who prefers %s', async (language, greeting) => {
    const response = await get('/hello', { ...bearer(token), 'accept-language': language });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(greeting);
  });

  it('a cached greeting is neither for another language nor for another origin', async () => {
    const response = await get('/hello', { ...bearer(token), origin: PAGE });
    const vary = response.headers.get('vary')?.toLowerCase().split(/, */);
    expect(vary).toEqual(expect.arrayContaining(['accept-language', 'origin']));
  });

  it.each(['/health', '/health/live', '/health/ready'])('GET %s is public and says ok', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ status: 'ok' });
  });

  it('GET /metrics counts requests by route and records by event, and no path anybody made up', async () => {
    await get('/made-up/path-7');
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/gatehouse_http_requests_total\{method="GET",route="none",status="404"\} [1-9]/);
    expect(text).toMatch(
      /gatehouse_audit_records_total\{event_type="client\.created",outcome="success"\} [1-9]/,
    );
    expect(text).toContain('gatehouse_http_request_duration_seconds_bucket');
    expect(text).not.toContain('path-7');
  });

  it('GET /metrics is public Prometheus text that names no caller', async () => {
    const response = await get('/metrics');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    for (const name of [
      'process_cpu_seconds_total',
      'nodejs_eventloop_lag_seconds',
      'gatehouse_audit_records_waiting',
      'gatehouse_mcp_sessions',
    ]) {
      expect(text).toMatch(new RegExp(`^# HELP ${name} .+\\n# TYPE ${name} \\w+\\n${name}\\S* \\S+$`, 'm'));
    }
    expect(text).not.toContain('mcp-client');
  });

  it.each(['/', '/hello', '/health', '/oauth2/token', '/nowhere', '/docs'])(
    'the answer of %s carries the security headers',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('x-powered-by') ?? headers.get('server')).toBeNull();
    },
  );

  const preflight = (path: string, origin: string, method: string): Promise<Response> =>
    fetch(gatehouse.url + path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': 'authorization,content-type,mcp-protocol-version,mcp-session-id',
      },
    });

  it.each([
    ['a page on the list', PAGE, PAGE],
    ['another page', 'https://evil.example', null],
    ['a page whose name only begins like one on the list', `${PAGE}.evil.example`, null],
    ['a page without an origin', 'null', null],
  ])('the preflight of /mcp for %s', async (_who, origin, allowed) => {
    const { headers } = await preflight('/mcp', origin, 'POST');
    expect(headers.get('access-control-allow-origin')).toBe(allowed);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('a page on the list may send what MCP clients send and read what they need', async () => {
    const { status, headers } = await preflight('/mcp', PAGE, 'DELETE');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-methods')).toMatch(/POST.*DELETE/);
    expect(headers.get('access-control-allow-headers')).toContain('mcp-session-id');
    const refusal = await fetch(`${gatehouse.url}/mcp`, { method: 'POST', headers: { origin: PAGE } });
    expect(refusal.headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(refusal.headers.get('access-control-expose-headers')).toMatch(/WWW-Authenticate.*Mcp-Session-Id/);
  });

  it('the answer to a page that is not on the list is closed to it', async () => {
    const { headers } = await get('/hello', { ...bearer(token), origin: 'https://evil.example' });
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
