import { decodeJwt, decodeProtectedHeader } from 'jose';
import { auditRecords } from '../../support/audit-records.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

/** Requests to the token endpoint (RFC 6749 §3.2), with nothing of ours in between. */
const FORM = 'application/x-www-form-urlencoded';
const GRANT = { grant_type: 'client_credentials' };
const POST_CREDENTIALS = { client_id: 'mcp-client', client_secret: 'secret' };
const VALID = { ...GRANT, ...POST_CREDENTIALS };
const ERROR_TEXT = /^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/;
const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

describe('token endpoint', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
  });
  afterAll(() => gatehouse.stop());

  function request(
    form: Record<string, string> | string,
    headers: Record<string, string> = {},
    path = '/oauth2/token',
  ) {
    const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
    return fetch(gatehouse.url + path, {
      method: 'POST',
      body,
      headers: { 'content-type': FORM, ...headers },
    });
  }

  describe('refuses', () => {
    it.each<[string, Record<string, string> | string, number, string]>([
      ['no grant_type', POST_CREDENTIALS, 400, 'invalid_request'],
      ['an empty grant_type', { ...VALID, grant_type: '' }, 400, 'invalid_request'],
      ['an empty body', '', 400, 'invalid_request'],
      [
        'a repeated grant_type',
        `${new URLSearchParams(VALID)}&grant_type=client_credentials`,
        400,
        'invalid_request',
      ],
      ['a repeated scope', `${new URLSearchParams(VALID)}&scope=read&scope=write`, 400, 'invalid_request'],
      ['a repeated client_id', `${new URLSearchParams(VALID)}&client_id=mcp-client`, 400, 'invalid_request'],
      ['no credentials', GRANT, 401, 'invalid_client'],
      ['a client id alone', { ...GRANT, client_id: 'mcp-client' }, 401, 'invalid_client'],
      ['a secret alone', { ...GRANT, client_secret: 'secret' }, 401, 'invalid_client'],
      ['a wrong secret', { ...VALID, client_secret: 'Secret' }, 401, 'invalid_client'],
      ['an unknown client', { ...VALID, client_id: 'mcp-clien' }, 401, 'invalid_client'],
      ['a client id that cannot be stored', { ...VALID, client_id: 'mcp\0client' }, 401, 'invalid_client'],
      [
        'a client id of 10,000 characters',
        { ...VALID, client_id: 'x'.repeat(10_000) },
        401,
        'invalid_client',
      ],
      ['another grant', { ...VALID, grant_type: 'password' }, 400, 'unsupported_grant_type'],
      ['a grant of odd characters', { ...VALID, grant_type: 'a"\\\r\n비밀' }, 400, 'unsupported_grant_type'],
      [
        'the name of an object member as grant',
        { ...VALID, grant_type: '__proto__' },
        400,
        'unsupported_grant_type',
      ],
      ['an unknown scope', { ...VALID, scope: 'mcp.access nonsense' }, 400, 'invalid_scope'],
      ['a scope beyond the client', { ...VALID, scope: 'Admin.Write' }, 400, 'invalid_scope'],
      ['a scope of odd characters', { ...VALID, scope: 're"ad' }, 400, 'invalid_scope'],
      ['a blank scope', { ...VALID, scope: ' ' }, 400, 'invalid_scope'],
      ['a relative resource', { ...VALID, resource: '/mcp' }, 400, 'invalid_target'],
      ['an unknown resource', { ...VALID, resource: 'https://elsewhere.example/mcp' }, 400, 'invalid_target'],
    ])('%s', async (_what, form, status, error) => {
      const response = await request(form);
      const body = (await response.json()) as { error: string; error_description: string };
      expect([response.status, body.error]).toEqual([status, error]);
      expect(body.error_description).toMatch(ERROR_TEXT);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(response.headers.get('www-authenticate')).toEqual(
        status === 401 ? expect.stringMatching(/^Basic /) : null,
      );
    });

    it.each([
      ['a resource with a fragment', '#tools'],
      ['a resource that is close', '/tools'],
    ])('%s', async (_what, suffix) => {
      const response = await request({ ...VALID, resource: `${gatehouse.url}/mcp${suffix}` });
      expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_target' }]);
    });

    it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'application/xml', ''])(
      'a body of type "%s"',
      async (contentType) => {
        const response = await request(JSON.stringify(VALID), { 'content-type': contentType });
        expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_request' }]);
        expect(response.headers.get('cache-control')).toBe('no-store');
      },
    );

    it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD'])('the method %s', async (method) => {
      const response = await fetch(`${gatehouse.url}/oauth2/token`, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    });

    it.each(['client_secret=secret&client_id=mcp-client', 'grant_type=client_credentials', 'scope=read'])(
      'parameters in the URL: %s',
      async (query) => {
        const response = await request(VALID, {}, `/oauth2/token?${query}`);
        expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_request' }]);
      },
    );

    it('two ways to authenticate', async () => {
      const response = await request(VALID, { authorization: basic('mcp-client', 'secret') });
      expect([response.status, await response.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    });

    it.each([
      ['another scheme', 'Bearer abc'],
      ['broken base64', 'Basic %%%'],
      ['a wrong secret', basic('mcp-client', 'wrong')],
    ])('Basic with %s', async (_what, authorization) => {
      const response = await request(GRANT, { authorization });
      expect([response.status, await response.json()]).toMatchObject([401, { error: 'invalid_client' }]);
    });

    it('an unknown client and a wrong secret in the same words', async () => {
      const unknown = await request({ ...VALID, client_id: 'nobody' });
      const wrong = await request({ ...VALID, client_secret: 'wrong' });
      expect(await unknown.text()).toBe(await wrong.text());
    });
  });

  describe('answers', () => {
    it('the form of the documentation', async () => {
      const body = 'grant_type=client_credentials&client_id=mcp-client&client_secret=secret&scope=mcp.access';
      const response = await request(body);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.json()).toEqual({
        access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        token_type: 'Bearer',
        expires_in: 1800,
        scope: 'mcp.access',
      });
    });

    it.each([
      ['the bare path', '/token', VALID, undefined],
      ['HTTP Basic', '/oauth2/token', GRANT, basic('mcp-client', 'secret')],
      ['HTTP Basic, every byte encoded', '/oauth2/token', GRANT, basic('%6dcp%2Dclient', '%73ecret')],
      [
        'HTTP Basic beside the same client_id',
        '/token',
        { ...GRANT, client_id: 'mcp-client' },
        basic('mcp-client', 'secret'),
      ],
    ])('%s', async (_what, path, form, authorization) => {
      const response = await request(form, authorization === undefined ? {} : { authorization }, path);
      expect([response.status, await response.json()]).toMatchObject([
        200,
        { scope: 'mcp.access', token_type: 'Bearer' },
      ]);
    });

    it.each([
      ['the default when none is asked', '', 'mcp.access'],
      ['what is asked, once each', 'scope=read+write+read', 'read write'],
      ['what another scope implies', 'scope=Guest.Read', 'Guest.Read'],
      ['unknown parameters ignored', 'nonsense=1&nonsense=2', 'mcp.access'],
    ])('scopes: %s', async (_what, more, scope) => {
      const response = await request(`${new URLSearchParams(VALID)}&${more}`);
      expect(await response.json()).toMatchObject({ scope });
    });

    it('an access token as RFC 9068 has it', async () => {
      const token = await gatehouse.token({ scope: 'read' });
      const { iat = 0, ...claims } = decodeJwt(token);
      expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'at+jwt', kid: expect.any(String) });
      expect(claims).toEqual({
        iss: gatehouse.url,
        sub: 'mcp-client',
        client_id: 'mcp-client',
        // Ours: which registration of the client id.
        reg: expect.stringMatching(/^[0-9a-z]+$/),
        aud: [gatehouse.url, `${gatehouse.url}/mcp`, 'mcp-client'],
        scope: 'read',
        exp: iat + 1800,
        jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
    });

    it('the resource asked for as the only audience (RFC 8707)', async () => {
      expect(decodeJwt(await gatehouse.token({ resource: `${gatehouse.url}/mcp` })).aud).toBe(
        `${gatehouse.url}/mcp`,
      );
      const both = [`${gatehouse.url}/mcp`, `${gatehouse.url}/`];
      expect(decodeJwt(await gatehouse.token({ resource: both })).aud).toEqual([
        `${gatehouse.url}/mcp`,
        gatehouse.url,
      ]);
    });

    it('the administrator of the first start with everything, signed ES256', async () => {
      const token = await gatehouse.adminToken();
      expect(decodeProtectedHeader(token).alg).toBe('ES256');
      expect(decodeJwt(token)['scope']).toEqual(expect.stringContaining('Admin.Write'));
      expect(gatehouse.output()).toContain('gatehouse-admin');
    });

    it('the preflight of any page', async () => {
      const headers = { origin: 'https://page.example', 'access-control-request-method': 'POST' };
      const response = await fetch(`${gatehouse.url}/token`, { method: 'OPTIONS', headers });
      expect(response.status).toBe(204);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    });

    it('errors that a page can read', async () => {
      const response = await request(
        { ...VALID, client_secret: 'wrong' },
        { origin: 'https://page.example' },
      );
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    });
  });

  describe('records, before it answers,', () => {
    const recorded = async (correlationId: string) =>
      (await auditRecords(gatehouse)).filter((record) => record.correlation_id === correlationId);

    it('each token with its id, never the token', async () => {
      const answer = await request({ ...VALID, scope: 'read' }, { 'x-correlation-id': 'issued-1' });
      const { access_token: token } = (await answer.json()) as { access_token: string };
      const records = await recorded('issued-1');
      expect(records).toMatchObject([{ event_type: 'token.issued', client_id: 'mcp-client' }]);
      expect(JSON.stringify(records)).toContain(decodeJwt(token).jti);
      expect(JSON.stringify(records)).not.toContain(token);
    });

    it.each([
      ['wrong_secret', { ...VALID, client_secret: 'private-guess' }],
      ['invalid_scope', { ...VALID, scope: 'Admin.Write' }],
      ['invalid_request', { ...VALID, grant_type: '' }],
    ])('each refusal with its reason: %s', async (reason, form) => {
      await request(form, { 'x-correlation-id': `refused-${reason}` });
      const records = await recorded(`refused-${reason}`);
      expect(records).toMatchObject([{ event_type: 'token.denied', outcome: 'denied', reason }]);
      expect(JSON.stringify(records)).not.toContain('private-guess');
    });
  });

  it('never repeats a secret in its output', async () => {
    await request({ ...VALID, client_id: 'nobody', client_secret: 'a-very-private-value' });
    await request(VALID, {}, '/oauth2/token?client_secret=a-very-private-value');
    expect(gatehouse.output()).not.toContain('a-very-private-value');
  });
});
