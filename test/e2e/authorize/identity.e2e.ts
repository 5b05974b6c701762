import { createHash } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Browser } from '../../support/browser.js';
import {
  authorizationUrl,
  authorize,
  redeem,
  type FlowClient,
  type Parameters,
} from '../../support/browser-flow.js';
import { createClient } from '../../support/clients.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';

const CALLBACK = 'https://app.example/callback';
const LOGGED_OUT = 'https://app.example/logged-out?from=gatehouse';
const LOOPBACK = 'http://127.0.0.1:8123/callback';

let gatehouse: Gatehouse;
let user: TestUser;
let web: FlowClient;
let native: FlowClient;

beforeAll(async () => {
  gatehouse = await startGatehouse();
  user = await createUser(gatehouse, {
    roles: ['user'],
    email: 'person@example.com',
    displayName: '<b>Kim</b> 민지',
  });
  const options = {
    grantTypes: ['authorization_code', 'refresh_token'],
    scopes: ['mcp.access', 'read', 'openid', 'profile', 'email'],
  };
  web = {
    ...(await createClient(gatehouse, {
      ...options,
      redirectUris: [CALLBACK],
      postLogoutRedirectUris: [LOGGED_OUT],
    })),
    redirectUri: CALLBACK,
  };
  native = {
    ...(await createClient(gatehouse, { ...options, redirectUris: [LOOPBACK], isPublic: true })),
    redirectUri: LOOPBACK,
  };
});
afterAll(() => gatehouse.stop());

const codeFor = (browser: Browser, parameters: Parameters = {}, client = web) =>
  authorize({ gatehouse, client, user, browser, parameters });

/** A browser in which the person has logged in and consented to the web client. */
async function loggedIn(scope = 'mcp.access'): Promise<Browser> {
  const browser = new Browser(user);
  await codeFor(browser, { scope });
  return browser;
}

/** What the person is asked at the next step: `login`, `consent`, or nothing, when the client is answered at once. */
async function asked(browser: Browser, parameters: Parameters, client = web): Promise<string> {
  const answer = await browser.request(authorizationUrl(gatehouse, client, parameters));
  const location = new URL(answer.headers.get('location') ?? '', gatehouse.url);
  if (location.origin !== gatehouse.url) return location.searchParams.get('error') ?? 'nothing';
  const page = await (await browser.request(location)).text();
  return page.includes('type="password"') ? 'login' : 'consent';
}

describe('prompt and max_age', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await loggedIn();
  });

  it.each<[Parameters, string]>([
    [{}, 'nothing'],
    [{ prompt: 'none' }, 'nothing'],
    [{ prompt: 'login' }, 'login'],
    [{ prompt: 'select_account' }, 'login'],
    [{ prompt: 'consent' }, 'consent'],
    [{ prompt: 'login consent' }, 'login'],
    [{ max_age: '0' }, 'login'],
    [{ max_age: '86400' }, 'nothing'],
    [{ scope: 'mcp.access read' }, 'consent'],
    [{ scope: 'mcp.access read', prompt: 'none' }, 'consent_required'],
    [{ max_age: '0', prompt: 'none' }, 'login_required'],
  ])('%j of somebody who is logged in and has consented: %s', async (parameters, expected) => {
    expect(await asked(browser, parameters)).toBe(expected);
  });

  it.each<Parameters>([{ prompt: 'login' }, { prompt: 'select_account' }, { max_age: '0' }])(
    '%j is satisfied by logging in again',
    async (parameters) => {
      expect((await codeFor(browser, parameters)).code).toMatch(/^[\w-]{43}$/);
    },
  );

  it('lets nobody through but the person of the id_token_hint', async () => {
    const { body } = await redeem(gatehouse, web, await codeFor(await loggedIn(), { scope: 'openid' }));
    const hint = String(body['id_token']);
    const stranger = await createUser(gatehouse, { roles: ['user'] });
    const foreign = new Browser(stranger);
    await authorize({ gatehouse, client: web, user: stranger, browser: foreign });
    const prompts = { scope: 'openid mcp.access', prompt: 'none', id_token_hint: hint };
    expect(await asked(browser, { ...prompts, scope: 'mcp.access' })).toBe('nothing');
    expect(await asked(foreign, { ...prompts, scope: 'mcp.access' })).toBe('login_required');
  });
});

describe('consent', () => {
  it('of a program on the own machine is asked for each time (RFC 8252 §8.6)', async () => {
    const browser = new Browser(user);
    await codeFor(browser, {}, native);
    expect(await asked(browser, {}, native)).toBe('consent');
    expect(await asked(browser, { prompt: 'none' }, native)).toBe('consent_required');
  });

  it('that is refused is answered with access_denied, once', async () => {
    const browser = await loggedIn();
    const start = await browser.request(authorizationUrl(gatehouse, web, { prompt: 'consent' }));
    const interaction = new URL(start.headers.get('location') ?? '', gatehouse.url);
    const page = await (await browser.request(interaction)).text();
    const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const body = new URLSearchParams(
      fields.map(([, name = '', value = '']): [string, string] => [name, value]),
    );
    body.set('decision', 'deny');
    const send = () => browser.request(new URL(`${interaction.href}/consent`), { method: 'POST', body });
    const [answer, again] = [await send(), await send()];
    expect([answer.status, again.status]).toEqual([303, 400]);
    const { searchParams } = new URL(answer.headers.get('location') ?? '');
    expect(Object.fromEntries(searchParams)).toEqual({
      error: 'access_denied',
      error_description: expect.any(String),
      state: 'state-of-the-test',
      iss: gatehouse.url,
    });
  });

  it('is answered by form when asked to', async () => {
    const browser = await loggedIn();
    const answer = await browser.request(authorizationUrl(gatehouse, web, { response_mode: 'form_post' }));
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toMatch(new RegExp(`<form method="post" action="${CALLBACK}">`));
    for (const name of ['code', 'state', 'iss']) expect(page).toContain(`name="${name}"`);
  });

  it('to what was pushed leads to a code as well (rfc9126)', async () => {
    const browser = await loggedIn();
    const { searchParams } = authorizationUrl(gatehouse, web, { client_secret: web.clientSecret });
    const pushed = await fetch(`${gatehouse.url}/oauth2/par`, { method: 'POST', body: searchParams });
    const { request_uri: requestUri } = (await pushed.json()) as { request_uri: string };
    const url = new URL(`${gatehouse.url}/oauth2/authorize`);
    url.search = new URLSearchParams({ client_id: web.clientId, request_uri: requestUri }).toString();
    expect((await browser.signIn(url)).searchParams.get('code')).toMatch(/^[\w-]{43}$/);
  });
});

describe('the ID token', () => {
  it('says who logged in, when and how, and to whom', async () => {
    const before = Math.floor(Date.now() / 1_000) - 60;
    const nonce = 'nonce of the test';
    const { body } = await redeem(
      gatehouse,
      web,
      await codeFor(new Browser(user), { scope: 'openid mcp.access', nonce, max_age: '600' }),
    );
    const jwks = createRemoteJWKSet(new URL(`${gatehouse.url}/.well-known/jwks.json`));
    const verified = await jwtVerify(String(body['id_token']), jwks, {
      issuer: gatehouse.url,
      audience: web.clientId,
      algorithms: ['RS256'],
      typ: 'JWT',
    });
    const half = createHash('sha256').update(String(body['access_token'])).digest().subarray(0, 16);
    expect(verified.payload).toEqual({
      iss: gatehouse.url,
      sub: user.id,
      aud: web.clientId,
      iat: expect.any(Number),
      exp: expect.any(Number),
      auth_time: expect.any(Number),
      nonce,
      at_hash: half.toString('base64url'),
      amr: ['pwd'],
      sid: expect.any(String),
    });
    expect(verified.payload['auth_time']).toBeGreaterThan(before);
  });

  it('is given to who asks with openid, and is no access token (jwt-typ)', async () => {
    const browser = await loggedIn();
    const without = await redeem(gatehouse, web, await codeFor(browser));
    const { body } = await redeem(gatehouse, web, await codeFor(browser, { scope: 'openid mcp.access' }));
    const headers = { authorization: `Bearer ${String(body['id_token'])}` };
    expect(without.body).not.toHaveProperty('id_token');
    expect((await fetch(`${gatehouse.url}/hello`, { headers })).status).toBe(401);
  });
});

describe('userinfo', () => {
  const tokenFor = async (scope: string) =>
    String((await redeem(gatehouse, web, await codeFor(new Browser(user), { scope }))).body['access_token']);
  const ask = (init: RequestInit = {}, query = '') => fetch(`${gatehouse.url}/oauth2/userinfo${query}`, init);

  it('tells what the scopes allow, by GET and by POST', async () => {
    const authorization = `Bearer ${await tokenFor('openid profile email')}`;
    const answers = [
      await ask({ headers: { authorization } }),
      await ask({ method: 'POST', headers: { authorization } }),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(await answer.json()).toEqual({
        sub: user.id,
        name: '<b>Kim</b> 민지',
        preferred_username: user.username,
        email: 'person@example.com',
        email_verified: expect.any(Boolean),
      });
    }
  });

  it('tells the subject alone to who asked for no more, and nothing without openid', async () => {
    const openid = await ask({ headers: { authorization: `Bearer ${await tokenFor('openid')}` } });
    const without = await ask({ headers: { authorization: `Bearer ${await tokenFor('mcp.access')}` } });
    expect(await openid.json()).toEqual({ sub: user.id });
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([
      403,
      expect.stringContaining('insufficient_scope'),
    ]);
  });

  it('takes the token from the header and from nowhere else (oauth-4)', async () => {
    const token = await tokenFor('openid');
    const inQuery = await ask({}, `?access_token=${token}`);
    const inForm = await ask({ method: 'POST', body: new URLSearchParams({ access_token: token }) });
    expect([inQuery.status, inForm.status]).toEqual([401, 401]);
  });
});

describe('a logout that a client asks for', () => {
  const logout = (browser: Browser, parameters: Record<string, string>, init: RequestInit = {}) => {
    const query = init.method === 'POST' ? '' : `?${new URLSearchParams(parameters).toString()}`;
    const body = init.method === 'POST' ? { body: new URLSearchParams(parameters) } : {};
    return browser.request(new URL(`${gatehouse.url}/oauth2/logout${query}`), { ...init, ...body });
  };
  const idTokenOf = async (browser: Browser) =>
    String((await redeem(gatehouse, web, await codeFor(browser, { scope: 'openid' }))).body['id_token']);

  it('with an ID token of the session ends it and leads back, with the state', async () => {
    const browser = await loggedIn('openid');
    const answer = await logout(browser, {
      id_token_hint: await idTokenOf(browser),
      post_logout_redirect_uri: LOGGED_OUT,
      state: 'a&b',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${LOGGED_OUT}&state=a%26b`]);
    expect(await asked(browser, { prompt: 'none' })).toBe('login_required');
  });

  it('by a form of its own site works though the browser keeps the cookie back', async () => {
    const browser = await loggedIn('openid');
    const hint = await idTokenOf(browser);
    const answer = await logout(new Browser(user), { id_token_hint: hint }, { method: 'POST' });
    expect(answer.status).toBe(200);
    expect(await asked(browser, { prompt: 'none' })).toBe('login_required');
  });

  it('without one asks the person, and takes the answer from nobody else (bcp-5)', async () => {
    const browser = await loggedIn();
    const parameters = { client_id: web.clientId, post_logout_redirect_uri: LOGGED_OUT };
    const page = await (await logout(browser, parameters)).text();
    expect(page).toContain(user.username);
    const forged = await logout(browser, { ...parameters, decision: 'logout' }, { method: 'POST' });
    expect(forged.status).toBe(403);
    expect(await asked(browser, { prompt: 'none' })).toBe('nothing');
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const confirmed = await logout(browser, { ...parameters, decision: 'logout', csrf }, { method: 'POST' });
    expect([confirmed.status, confirmed.headers.get('location')]).toEqual([303, LOGGED_OUT]);
    expect(await asked(browser, { prompt: 'none' })).toBe('login_required');
  });

  it.each<[string, () => Record<string, string>]>([
    ['an address nobody registered', () => ({ client_id: web.clientId, post_logout_redirect_uri: CALLBACK })],
    [
      'a registered one and more',
      () => ({ client_id: web.clientId, post_logout_redirect_uri: `${LOGGED_OUT}&x=1` }),
    ],
    ['an address without a client', () => ({ post_logout_redirect_uri: LOGGED_OUT })],
    [
      'another client than the token’s',
      () => ({ client_id: native.clientId, post_logout_redirect_uri: LOGGED_OUT }),
    ],
    ['an unknown client', () => ({ client_id: 'nobody' })],
  ])('leads nowhere else (bcp-7): %s', async (_what, parameters) => {
    const answer = await logout(await loggedIn(), parameters());
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });
});
