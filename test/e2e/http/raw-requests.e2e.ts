import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

const FORM = 'content-type: application/x-www-form-urlencoded';
const ASK = 'grant_type=client_credentials&client_id=mcp-client&client_secret=secret';
/** Long after what the service promises: a test that waits for an end that never comes. */
const PATIENCE_MS = 60_000;

interface Answer {
  readonly text: string;
  readonly isClosed: boolean;
}

describe('requests that a browser or library would not send', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({
      env: { HEADERS_TIMEOUT_MS: '1000', REQUEST_TIMEOUT_MS: '2000', FAILED_SECRETS: '1000' },
    });
  }, 120_000);
  afterAll(() => gatehouse.stop());

  /** Writes the text as it is; resolves when the service closes the connection. */
  const send = (text: string): Promise<Answer> =>
    new Promise((done, failed) => {
      const socket = connect(gatehouse.port, '127.0.0.1', () => socket.write(text, 'latin1'));
      const chunks: Buffer[] = [];
      const finish = (isClosed: boolean) => {
        clearTimeout(patience);
        socket.destroy();
        done({ text: Buffer.concat(chunks).toString('latin1'), isClosed });
      };
      const patience = setTimeout(() => finish(false), PATIENCE_MS);
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      socket.once('close', () => finish(true));
      socket.once('error', failed);
    });

  const post = (...headers: string[]): string =>
    ['POST /oauth2/token HTTP/1.1', 'host: localhost', FORM, ...headers, '', ''].join('\r\n');

  it.each([
    [
      'a length and chunks',
      post('content-length: 4', 'transfer-encoding: chunked') + '0\r\n\r\nGET /hello HTTP/1.1\r\n',
    ],
    ['two lengths', post('content-length: 3', 'content-length: 30') + ASK],
    ['a list of lengths', post('content-length: 3, 30') + ASK],
    ['a signed length', post('content-length: +3') + 'a=b'],
    ['an encoding that is none', post('transfer-encoding: xchunked') + '0\r\n\r\n'],
    ['a chunk without a size', post('transfer-encoding: chunked') + 'zz\r\nabc\r\n0\r\n\r\n'],
    ['a bare carriage return', 'GET /hello HTTP/1.1\r\nhost: localhost\r\nx: a\rb\r\n\r\n'],
    ['a space before the colon', post('content-length : 3') + 'a=b'],
    ['a folded header', post('x-a: b', ' content-length: 3') + 'a=b'],
    ['a NUL in a header', 'GET /hello HTTP/1.1\r\nhost: localhost\r\nx: a\0b\r\n\r\n'],
  ])('%s: one 400, and the connection is closed', async (_what, text) => {
    const answer = await send(text);
    expect(answer.isClosed).toBe(true);
    expect(answer.text.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 400']);
  });

  it.each([
    ['headers that never end', 'GET /hello HTTP/1.1\r\nhost: localhost\r\n'],
    ['a body that never comes', post('content-length: 1000')],
  ])(
    '%s are cut off',
    async (_what, text) => {
      const answers = await Promise.all(Array.from({ length: 100 }, () => send(text)));
      expect(answers.filter(({ isClosed }) => !isClosed)).toEqual([]);
      expect((await fetch(`${gatehouse.url}/health/live`)).status).toBe(200);
    },
    90_000,
  );

  it.each([
    '/HELLO',
    '/hello/',
    '//hello',
    '/hello//',
    '/./hello',
    '/x/../hello',
    '/hello%2f',
    '/%68ello',
    '/hello;a=b',
    '/hello%00',
    '/hello%20',
    '/hello.json',
    '/oauth2/../hello',
    '/.well-known/../admin/audit/report',
  ])('%s opens nothing without a token', async (path) => {
    const answer = await send(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
    expect(answer.text).toMatch(/^HTTP\/1\.1 (400|401|404)/);
  });

  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  const zipped = gzipSync(Buffer.alloc(20_000_000, 'a='));
  const json = 'content-type: application/json';
  it.each<[string, string, readonly string[], string | Buffer]>([
    ['a header of 20 KB', '/oauth2/token', [FORM, `x-filler: ${'a'.repeat(20_000)}`], ASK],
    ['a URL of 20 KB', `/oauth2/token?${'a'.repeat(20_000)}`, [FORM], ASK],
    ['9,000 parameters', '/oauth2/token', [FORM], 'grant_type=client_credentials&'.repeat(9_000)],
    ['2 MB of form', '/oauth2/token', [FORM], `a=${'a'.repeat(2_000_000)}`],
    ['a form that grows a thousandfold', '/oauth2/token', [FORM, 'content-encoding: gzip'], zipped],
    ['JSON that grows a thousandfold', '/oauth2/register', [json, 'content-encoding: gzip'], zipped],
    ['JSON that nests 20,000 deep', '/oauth2/register', [json], `{"redirect_uris":${deep}}`],
    ['JSON that nests 20,000 deep, to MCP', '/mcp', [json], deep],
  ])('%s is refused (web-oversize)', async (_what, path, headers, body) => {
    const head = [`POST ${path} HTTP/1.1`, 'host: localhost', 'connection: close', ...headers];
    const bytes = Buffer.from(body);
    const text = [...head, `content-length: ${bytes.length}`, '', bytes.toString('latin1')].join('\r\n');
    expect((await send(text)).text).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect((await fetch(`${gatehouse.url}/health/live`)).status).toBe(200);
  });

  it('a path with letters encoded is the path itself, its errors too', async () => {
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    const token = await fetch(`${gatehouse.url}/oauth2/%74oken`, json);
    expect([token.status, ((await token.json()) as { error: string }).error]).toEqual([
      400,
      'invalid_request',
    ]);
    const mcp = await fetch(`${gatehouse.url}/%6dcp`, json);
    expect([mcp.status, ((await mcp.json()) as { jsonrpc: string }).jsonrpc]).toEqual([401, '2.0']);
  });

  it.each(['HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s /hello shows nothing without a token',
    async (method) => {
      const answer = await send(`${method} /hello HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
      expect(answer.text).toMatch(/^HTTP\/1\.1 (204|400|401|404|405)/);
      expect(answer.text).not.toContain('MCP OAuth2');
    },
  );

  it.each<Record<string, string>>([
    { 'x-original-url': '/health' },
    { 'x-rewrite-url': '/health' },
    { 'x-forwarded-user': 'admin' },
    { 'x-user-id': 'admin' },
    { 'x-http-method-override': 'OPTIONS' },
    { forwarded: 'for=127.0.0.1;host=localhost', 'x-real-ip': '127.0.0.1' },
  ])('%j is believed from nobody', async (headers) => {
    expect((await fetch(`${gatehouse.url}/hello`, { headers })).status).toBe(401);
  });

  it('names itself as configured, whatever a proxy is said to be', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const answer = await fetch(`${gatehouse.url}/.well-known/openid-configuration`, { headers });
    expect(await answer.text()).not.toContain('evil.example');
    const challenge = (await fetch(`${gatehouse.url}/hello`, { headers })).headers.get('www-authenticate');
    expect(challenge).not.toContain('evil.example');
  });

  it.each([
    ['five parts', `${b64('{"alg":"dir","enc":"A256GCM"}')}..${b64('iv')}.${b64('text')}.${b64('tag')}`],
    [
      'two thousand million rounds of PBES2',
      `${b64('{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":2147483647,"p2s":"AA"}')}.a.b.c.d`,
    ],
    ['a compressed bomb', `${b64('{"alg":"dir","enc":"A256GCM","zip":"DEF"}')}..a.${'b'.repeat(4_000)}.c`],
  ])('a token that looks encrypted, %s, is refused without opening it', async (_what, token) => {
    const answer = await fetch(`${gatehouse.url}/hello`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  it('an unknown client costs what a wrong secret costs', async () => {
    const guess = async (clientId: string): Promise<number> => {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: 'not-the-secret',
      });
      const startedAt = performance.now();
      const answer = await fetch(`${gatehouse.url}/oauth2/token`, { method: 'POST', body });
      await answer.text();
      return performance.now() - startedAt;
    };
    // What else the machine does can spoil a measurement; a difference in what is done shows in each of them.
    let isAlike = false;
    for (let attempt = 0; attempt < 5 && !isAlike; attempt += 1) isAlike = await costsAlike(guess);
    expect(isAlike).toBe(true);
  }, 120_000);
});

/** Whether the medians differ by 30 % or 3 ms at most, taken in turns so that a busy machine falls on both. */
async function costsAlike(guess: (clientId: string) => Promise<number>): Promise<boolean> {
  const unknown: number[] = [];
  const wrong: number[] = [];
  for (let index = 0; index < 25; index += 1) {
    unknown.push(await guess(`nobody-${index % 5}`));
    wrong.push(await guess('mcp-client'));
  }
  const [one, other] = [median(unknown), median(wrong)];
  return Math.abs(one - other) <= Math.max(3, Math.max(one, other) * 0.3);
}

function b64(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
