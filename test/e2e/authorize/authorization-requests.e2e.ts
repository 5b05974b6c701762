import { authorizationForm, authorizationUrl, type FlowClient } from '../../support/browser-flow.js';
import { createClient } from '../../support/clients.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

const CALLBACK = 'https://app.example/callback';
const LOOPBACK = 'http://127.0.0.1/callback';
const NO_CODES = { code_challenge: undefined, code_challenge_method: undefined };

let gatehouse: Gatehouse;
/** Confidential, answered at a web site. */
let web: FlowClient;
/** Public, answered on the person's own machine. */
let native: FlowClient;

beforeAll(async () => {
  gatehouse = await startGatehouse();
  const grants = { grantTypes: ['authorization_code', 'refresh_token'] };
  const scopes = { scopes: ['mcp.access', 'read'] };
  web = {
    ...(await createClient(gatehouse, { ...grants, ...scopes, redirectUris: [CALLBACK] })),
    redirectUri: CALLBACK,
  };
  native = {
    ...(await createClient(gatehouse, { ...grants, ...scopes, redirectUris: [LOOPBACK], isPublic: true })),
    redirectUri: LOOPBACK,
  };
});
afterAll(() => gatehouse.stop());

const visit = (url: URL, init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init });
const ask = (changes = {}, client = web) => visit(authorizationUrl(gatehouse, client, changes));
const post = (path: string, body: URLSearchParams, headers = {}) =>
  visit(new URL(gatehouse.url + path), { method: 'POST', body, headers });

/** Where the browser was sent, with 303 as everywhere in the flow. */
function locationOf(answer: Response): URL {
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location') ?? '', gatehouse.url);
}

async function expectErrorPage(answer: Response): Promise<string> {
  expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  return answer.text();
}

describe('a redirect_uri that is not the registered one (oauth-2, oauth-16, bcp-7)', () => {
  it.each([
    ['another host', 'https://evil.example/callback'],
    ['the host as a subdomain', 'https://app.example.evil.example/callback'],
    ['the host as user information', 'https://app.example@evil.example/callback'],
    ['a backslash', 'https://app.example\\@evil.example/callback'],
    ['another scheme', 'http://app.example/callback'],
    ['a script', 'javascript:alert(1)//https://app.example/callback'],
    ['no scheme', '//app.example/callback'],
    ['the default port', 'https://app.example:443/callback'],
    ['upper case in the host', 'https://APP.example/callback'],
    ['upper case in the path', 'https://app.example/Callback'],
    ['a trailing slash', 'https://app.example/callback/'],
    ['a longer path', 'https://app.example/callback/x'],
    ['dots that lead back', 'https://app.example/x/../callback'],
    ['an encoded letter', 'https://app.example/%63allback'],
    ['a query', 'https://app.example/callback?x=1'],
    ['a fragment', 'https://app.example/callback#x'],
    ['a line break', 'https://app.example/callback\r\nLocation: https://evil.example'],
    ['a space before it', ' https://app.example/callback'],
    ['two of them', [CALLBACK, 'https://evil.example/callback']],
  ])('is shown to the person and not redirected to: %s', async (_what, redirectUri) => {
    await expectErrorPage(await ask({ redirect_uri: redirectUri }));
  });

  it.each([
    ['another name for the loopback', 'http://localhost:8080/callback'],
    ['another loopback address', 'http://127.0.0.2:8080/callback'],
    ['the address in decimal', 'http://2130706433:8080/callback'],
    ['a port that is user information', 'http://127.0.0.1:80@evil.example/callback'],
    ['a port that goes on', 'http://127.0.0.1:80.evil.example/callback'],
    ['a host that goes on', 'http://127.0.0.1.evil.example/callback'],
    ['TLS', 'https://127.0.0.1:8080/callback'],
    ['another path', 'http://127.0.0.1:8080/other'],
    ['no port after the colon', 'http://127.0.0.1:/callback'],
    ['a port beyond the last', 'http://127.0.0.1:65536/callback'],
  ])('is not one of a native client either: %s', async (_what, redirectUri) => {
    await expectErrorPage(await ask({ redirect_uri: redirectUri }, native));
  });

  it.each([LOOPBACK, 'http://127.0.0.1:1/callback', 'http://127.0.0.1:65535/callback'])(
    'may differ in the port of a loopback (RFC 8252): %s',
    async (redirectUri) => {
      const location = locationOf(await ask({ redirect_uri: redirectUri }, native));
      expect(location.pathname).toMatch(/^\/interaction\/[\w-]{22}$/);
    },
  );

  it.each([
    ['an unknown client', { client_id: 'nobody' }],
    ['no client', { client_id: undefined }],
    ['two clients', { client_id: ['mcp-client', 'nobody'] }],
    ['a client without redirects', { client_id: 'mcp-client' }],
    ['markup', { client_id: '<script>alert(1)</script>', redirect_uri: '"><img src=x onerror=alert(1)>' }],
  ])('has company: %s', async (_what, changes) => {
    expect(await expectErrorPage(await ask(changes))).not.toMatch(/<script>alert|<img src=x/);
  });
});

describe('a request that is refused is answered to the client, with state and iss (bcp-3, rfc9207)', () => {
  const short = 'a'.repeat(42);
  it.each<[string, Record<string, string | readonly string[] | undefined>, string]>([
    ['no challenge (oauth-1, bcp-1)', NO_CODES, 'invalid_request'],
    ['the plain method (bcp-2)', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no method, which means plain (bcp-2)', { code_challenge_method: undefined }, 'invalid_request'],
    ['an unknown method (rfc7636)', { code_challenge_method: 'S512' }, 'invalid_request'],
    ['a short challenge (rfc7636)', { code_challenge: short }, 'invalid_request'],
    ['a long challenge (rfc7636)', { code_challenge: `${short}aa` }, 'invalid_request'],
    ['a challenge with padding (rfc7636)', { code_challenge: `${short}=` }, 'invalid_request'],
    ['the implicit grant (oauth-3)', { response_type: 'token' }, 'unsupported_response_type'],
    ['a hybrid flow (oauth-3)', { response_type: 'code id_token' }, 'unsupported_response_type'],
    ['no response type', { response_type: undefined }, 'invalid_request'],
    ['a fragment', { response_mode: 'fragment' }, 'invalid_request'],
    ['an unknown scope (oauth-14)', { scope: 'mcp.access everything' }, 'invalid_scope'],
    ['a scope of others (oauth-14)', { scope: 'Admin.Write' }, 'invalid_scope'],
    ['a repeated parameter (oauth-10)', { scope: ['read', 'read'] }, 'invalid_request'],
    ['a foreign resource (rfc8707)', { resource: 'https://other.example/mcp' }, 'invalid_target'],
    ['a relative resource (rfc8707)', { resource: '/mcp' }, 'invalid_target'],
    ['an unknown prompt', { prompt: 'shout' }, 'invalid_request'],
    ['a prompt beside none', { prompt: 'none login' }, 'invalid_request'],
    ['nobody logged in', { prompt: 'none' }, 'login_required'],
    ['a max_age that is none', { max_age: '-1' }, 'invalid_request'],
    ['a nonce with a control character', { nonce: 'a\u0000b' }, 'invalid_request'],
    ['a foreign id_token_hint', { id_token_hint: 'a.b.c' }, 'invalid_request'],
    ['a request object (rfc9101)', { request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
    ['a request_uri (rfc9101)', { request_uri: 'https://127.0.0.1/r' }, 'request_uri_not_supported'],
    ['a parameter of 5,000 characters', { nonce: 'n'.repeat(5_000) }, 'invalid_request'],
  ])('%s', async (_what, changes, error) => {
    const location = locationOf(await ask(changes));
    expect(location.href.startsWith(`${CALLBACK}?`)).toBe(true);
    expect(Object.fromEntries(location.searchParams)).toEqual({
      error,
      error_description: expect.stringMatching(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/),
      state: 'state-of-the-test',
      iss: gatehouse.url,
    });
  });

  it('asks public clients for a challenge as well (oauth-1)', async () => {
    expect(locationOf(await ask(NO_CODES, native)).searchParams.get('error')).toBe('invalid_request');
  });

  it.each([
    ['repeated', ['one', 'two']],
    ['with a line break', 'a\nb'],
    ['of 5,000 characters', 's'.repeat(5_000)],
  ])('gives no state back that is %s', async (_what, state) => {
    const { searchParams } = locationOf(await ask({ state }));
    expect([searchParams.get('error'), searchParams.get('state')]).toEqual(['invalid_request', null]);
  });

  it('goes by form when asked to', async () => {
    const answer = await ask({ scope: 'nothing', response_mode: 'form_post' });
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain(`action="${CALLBACK}"`);
    expect(page).toContain('name="error" value="invalid_scope"');
    expect(page).toContain(`name="iss" value="${gatehouse.url}"`);
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[^;]+';/);
  });
});

describe('a request that is well-formed', () => {
  it.each(['/oauth2/authorize', '/authorize'])('is led to a page by GET and by POST at %s', async (path) => {
    const form = authorizationForm(web, { scope: 'read mcp.access' });
    const byGet = await visit(new URL(`${path}?${form.toString()}`, gatehouse.url));
    for (const answer of [byGet, await post(path, form)]) {
      expect(locationOf(answer).pathname).toMatch(/^\/interaction\/[\w-]{22}$/);
      expect(answer.headers.get('set-cookie')).toMatch(
        /^gatehouse-request-[\w-]{8}=[\w-]{43};.*HttpOnly; SameSite=Lax/,
      );
    }
  });

  it('ignores what it does not know, and takes the empty for the omitted (oauth-10)', async () => {
    const changes = { colour: ['red', 'blue'], prompt: '', nonce: '', scope: '', resource: '' };
    expect(locationOf(await ask(changes)).pathname).toMatch(/^\/interaction\//);
  });

  it('may leave out the only redirect URI', async () => {
    expect(locationOf(await ask({ redirect_uri: undefined })).pathname).toMatch(/^\/interaction\//);
  });

  it('is taken as a form and in no other way', async () => {
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
    await expectErrorPage(await visit(new URL('/oauth2/authorize', gatehouse.url), json));
  });
});

describe('a pushed authorization request (rfc9126)', () => {
  const push = (changes = {}, client = web, headers = {}) => {
    const body = authorizationForm(client, changes);
    if (client.clientSecret !== '' && !('authorization' in headers))
      body.set('client_secret', client.clientSecret);
    return post('/oauth2/par', body, headers);
  };
  const pushed = async (client = web): Promise<string> => {
    const answer = await push({}, client);
    return ((await answer.json()) as { request_uri: string }).request_uri;
  };
  const use = (requestUri: string, clientId = web.clientId, more = {}) => {
    const url = new URL('/oauth2/authorize', gatehouse.url);
    url.search = new URLSearchParams({ client_id: clientId, request_uri: requestUri, ...more }).toString();
    return visit(url);
  };

  it('is kept for its client', async () => {
    const answer = await push();
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      request_uri: expect.stringMatching(/^urn:ietf:params:oauth:request_uri:[\w-]{43}$/),
      expires_in: 90,
    });
  });

  it('is taken from a public client and by HTTP Basic', async () => {
    const basic = Buffer.from(`${web.clientId}:${web.clientSecret}`).toString('base64');
    const answers = [await push({}, native), await push({}, web, { authorization: `Basic ${basic}` })];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });

  it('is used once', async () => {
    const requestUri = await pushed();
    expect(locationOf(await use(requestUri)).pathname).toMatch(/^\/interaction\//);
    await expectErrorPage(await use(requestUri));
  });

  it('is of no use to another client, and stays good for its own', async () => {
    const requestUri = await pushed();
    await expectErrorPage(await use(requestUri, native.clientId));
    expect(locationOf(await use(requestUri)).pathname).toMatch(/^\/interaction\//);
  });

  it('counts, and not what the browser brings', async () => {
    const more = { redirect_uri: 'https://evil.example/', scope: 'everything', prompt: 'none' };
    expect(locationOf(await use(await pushed(), web.clientId, more)).pathname).toMatch(/^\/interaction\//);
  });

  it.each([
    ['unknown', `urn:ietf:params:oauth:request_uri:${'a'.repeat(43)}`],
    ['malformed', 'urn:ietf:params:oauth:request_uri:'],
  ])('is refused when it is %s', async (_what, requestUri) => {
    await expectErrorPage(await use(requestUri));
  });

  it.each<[string, Record<string, string | undefined>, number, string]>([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
    ['a reference', { request_uri: 'urn:ietf:params:oauth:request_uri:x' }, 400, 'invalid_request'],
    ['a foreign redirect', { redirect_uri: 'https://evil.example/' }, 400, 'invalid_request'],
    ['no challenge', NO_CODES, 400, 'invalid_request'],
    ['an unknown scope', { scope: 'everything' }, 400, 'invalid_scope'],
    ['a request object', { request: 'a.b.c' }, 400, 'request_not_supported'],
  ])('is refused when it is pushed: %s', async (_what, changes, status, error) => {
    const body = authorizationForm(web, { client_secret: web.clientSecret, ...changes });
    const answer = await post('/oauth2/par', body);
    expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([status, error]);
  });

  it('needs the client to prove itself, and a POST', async () => {
    const unproved = await post('/oauth2/par', authorizationForm(web));
    const got = await visit(new URL('/oauth2/par', gatehouse.url));
    const inUrl = await post(`/oauth2/par?${authorizationForm(web).toString()}`, new URLSearchParams());
    expect([unproved.status, got.status]).toEqual([401, 405]);
    expect(inUrl.status).toBeGreaterThanOrEqual(400);
  });
});

describe('what the server says of itself', () => {
  it.each(['oauth-authorization-server', 'openid-configuration'])('in %s', async (name) => {
    const answer = await fetch(`${gatehouse.url}/.well-known/${name}`);
    expect(await answer.json()).toMatchObject({
      issuer: gatehouse.url,
      authorization_endpoint: `${gatehouse.url}/oauth2/authorize`,
      pushed_authorization_request_endpoint: `${gatehouse.url}/oauth2/par`,
      userinfo_endpoint: `${gatehouse.url}/oauth2/userinfo`,
      end_session_endpoint: `${gatehouse.url}/oauth2/logout`,
      response_types_supported: ['code'],
      response_modes_supported: ['query', 'form_post'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      request_uri_parameter_supported: false,
      id_token_signing_alg_values_supported: expect.arrayContaining(['RS256']),
      scopes_supported: expect.arrayContaining(['openid', 'offline_access', 'mcp.access']),
    });
  });
});
