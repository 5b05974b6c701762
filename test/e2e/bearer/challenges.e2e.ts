import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { rawRequest, type RawAnswer } from './raw-request.js';

/** The doors: where they are, and which document their challenge points to. */
const DOORS = [
  ['GET', '/', ''],
  ['GET', '/hello', ''],
  ['GET', '/admin/audit/report', ''],
  ['POST', '/mcp', '/mcp'],
] as const;

const INITIALIZE = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
});

describe('Bearer challenges (RFC 6750, RFC 9728)', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
  });
  afterAll(() => gatehouse.stop());

  function ask(method: string, path: string, ...authorization: string[]): Promise<RawAnswer> {
    const headers: (readonly [string, string])[] = authorization.map(
      (value) => ['Authorization', value] as const,
    );
    if (method === 'GET') return rawRequest(gatehouse.url + path, headers);
    const body = ['Content-Type', 'application/json'] as const;
    const accept = ['Accept', 'application/json, text/event-stream'] as const;
    return rawRequest(gatehouse.url + path, [...headers, body, accept], { method, body: INITIALIZE });
  }

  const challengeOf = (answer: RawAnswer) => String(answer.headers['www-authenticate']);

  describe.each(DOORS)('%s %s', (method, path, resource) => {
    const metadata = () =>
      `resource_metadata="${gatehouse.url}/.well-known/oauth-protected-resource${resource}"`;

    it('asks for a token, without an error code, and points to its metadata', async () => {
      const answer = await ask(method, path);
      expect(answer.status).toBe(401);
      expect(challengeOf(answer)).toMatch(/^Bearer scope="[^"]+", resource_metadata="[^"]+"$/);
      expect(challengeOf(answer)).toContain(metadata());
    });

    it.each([
      ['another scheme', ['Basic bWNwLWNsaWVudDpzZWNyZXQ=']],
      ['an empty header', ['']],
    ])('takes %s for no token', async (_case, authorization) => {
      const answer = await ask(method, path, ...authorization);
      expect(answer.status).toBe(401);
      expect(challengeOf(answer)).not.toContain('error=');
    });

    it.each([
      ['garbage', ['Bearer garbage']],
      ['an unknown API key', [`Bearer gk_${'a'.repeat(43)}`]],
      ['two headers', ['Bearer a', 'Bearer b']],
    ])('refuses %s as invalid_token', async (_case, authorization) => {
      const answer = await ask(method, path, ...authorization);
      expect(answer.status).toBe(401);
      expect(challengeOf(answer)).toContain('error="invalid_token"');
      expect(challengeOf(answer)).toContain(metadata());
      expect(answer.body).not.toMatch(/\bat .+\.js/);
    });

    it('refuses a good token that is sent twice', async () => {
      const token = await gatehouse.adminToken();
      expect((await ask(method, path, `Bearer ${token}`)).status).toBeLessThan(300);
      expect((await ask(method, path, `Bearer ${token}`, `Bearer ${token}`)).status).toBe(401);
    });

    it('never takes a token from the URL', async () => {
      const token = await gatehouse.adminToken();
      expect((await ask(method, `${path}?access_token=${token}`)).status).toBe(401);
      expect((await ask(method, `${path}?access_token=${token}`, `Bearer ${token}`)).status).toBe(400);
    });

    it.each(['Bearer', 'Bearer a b', 'Bearer "quoted"'])(
      'calls %j malformed: 400 invalid_request',
      async (value) => {
        const answer = await ask(method, path, value);
        expect(answer.status).toBe(400);
        expect(challengeOf(answer)).toContain('error="invalid_request"');
      },
    );
  });

  it.each(['GET', 'DELETE'])('%s /mcp asks for a token before anything else', async (method) => {
    for (const value of ['', 'Bearer forged']) {
      const answer = await rawRequest(`${gatehouse.url}/mcp`, [['Authorization', value]], { method });
      expect(answer.status).toBe(401);
      expect(challengeOf(answer)).toContain(
        `resource_metadata="${gatehouse.url}/.well-known/oauth-protected-resource/mcp"`,
      );
    }
  });

  it('answers 403 insufficient_scope with every scope needed', async () => {
    const answer = await ask(
      'GET',
      '/admin/audit/report',
      `bearer ${await gatehouse.token({ scope: 'read' })}`,
    );
    expect(answer.status).toBe(403);
    expect(challengeOf(answer)).toContain('error="insufficient_scope"');
    expect(challengeOf(answer)).toContain('scope="audit.read"');
    expect(JSON.parse(answer.body)).toMatchObject({ status: 403, error: 'insufficient_scope' });
  });

  it('lets a broader scope in where a narrower one is asked for', async () => {
    const answer = await ask('GET', '/hello', `BEARER ${await gatehouse.token({ scope: 'write' })}`);
    expect(answer.status).toBe(200);
  });

  it('takes a token for /mcp at /mcp only, and one for the server at both', async () => {
    const narrow = await gatehouse.token({ resource: `${gatehouse.url}/mcp` });
    expect((await ask('POST', '/mcp', `Bearer ${narrow}`)).status).toBe(200);
    const answer = await ask('GET', '/hello', `Bearer ${narrow}`);
    expect(answer.status).toBe(401);
    expect(challengeOf(answer)).toContain('error="invalid_token"');
    const broad = await gatehouse.token({ resource: gatehouse.url });
    expect((await ask('GET', '/hello', `Bearer ${broad}`)).status).toBe(200);
    expect((await ask('POST', '/mcp', `Bearer ${broad}`)).status).toBe(200);
  });

  it('records each refusal once, with its reason and without the credential', async () => {
    await ask('GET', '/hello', 'Bearer unmistakable-garbage');
    const token = await gatehouse.adminToken('audit.read');
    const answer = await ask('GET', '/admin/audit/records?limit=100', `Bearer ${token}`);
    const text = answer.body;
    expect(text).toContain('route.denied');
    expect(text).toContain('token_malformed');
    expect(text).not.toContain('unmistakable-garbage');
  });
});
