import { Browser } from '../../support/browser.js';
import {
  authorizationUrl,
  authorize,
  redeem,
  type FlowClient,
  type Parameters,
} from '../../support/browser-flow.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';
import { registerItself } from '../../support/self-registered-client.js';

const SITE = 'https://stranger.example/callback?from=gatehouse';
const LOGGED_OUT = 'https://stranger.example/bye';

let gatehouse: Gatehouse;
/** Somebody who has allowed the client something, and somebody who has not. */
let friend: TestUser;
let other: TestUser;
let client: FlowClient;

beforeAll(async () => {
  gatehouse = await startGatehouse();
  friend = await createUser(gatehouse, { roles: ['user'] });
  other = await createUser(gatehouse, { roles: ['user'] });
  client = await register(SITE);
});
afterAll(() => gatehouse.stop());

const register = (redirectUri: string): Promise<FlowClient> =>
  registerItself(gatehouse, redirectUri, {
    client_name: '<i>Stranger</i>',
    post_logout_redirect_uris: [LOGGED_OUT],
    grant_types: ['authorization_code'],
  });

async function loggedIn(user: TestUser, as = client): Promise<Browser> {
  const browser = new Browser(user);
  await authorize({ gatehouse, client: as, user, browser, parameters: { scope: 'openid mcp.access' } });
  return browser;
}

/** Logged in, and never asked about the client. */
const elsewhere = async () => loggedIn(other, await register('http://127.0.0.1:9/callback'));
const nobody = () => Promise.resolve(new Browser(other));

const REFUSED: readonly [string, Parameters, string][] = [
  ['an unknown scope', { scope: 'everything' }, 'invalid_scope'],
  ['no challenge', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
  ['prompt=none', { prompt: 'none' }, 'login_required'],
];
const asForm = (url: URL) => url.href.replaceAll('&', '&amp;');

describe('a client that registered itself is no way to lead people from this server to a site (bcp-7)', () => {
  it.each(REFUSED)('with %s, before anybody has logged in', async (_what, changes, error) => {
    const url = authorizationUrl(gatehouse, client, changes);
    const answer = await (await nobody()).request(url, { headers: { 'accept-language': 'en' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const page = await answer.text();
    const link = new URL(SITE);
    expect(page).toContain(`Go on to ${link.host}`);
    expect(page).toContain('&lt;i&gt;Stranger&lt;/i&gt;');
    const [, href = ''] = /href="(https:[^"]+)"/.exec(page) ?? [];
    const { searchParams, origin } = new URL(href.replaceAll('&amp;', '&'));
    expect(origin).toBe(link.origin);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ from: 'gatehouse', error, state: 'state-of-the-test', iss: gatehouse.url },
    });
  });

  it('with an answer by form, which has a button and no script', async () => {
    const changes = { scope: 'everything', response_mode: 'form_post' };
    const answer = await (await nobody()).request(authorizationUrl(gatehouse, client, changes));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-security-policy')).not.toContain('script-src');
    const page = await answer.text();
    expect(page).toContain(`<form method="post" action="${asForm(new URL(SITE))}">`);
    expect(page).toContain('name="error" value="invalid_scope"');
    expect(page).not.toContain('<script');
  });

  it('while somebody is logged in who never allowed it anything', async () => {
    const browser = await elsewhere();
    for (const changes of [{ scope: 'everything' }, { prompt: 'none' }]) {
      const answer = await browser.request(authorizationUrl(gatehouse, client, changes));
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    }
  });

  it('after a login that gives the client nothing, nor when the person gives up at the login', async () => {
    const nobodys = await createUser(gatehouse, { roles: [] });
    for (const action of ['login', 'cancel']) {
      const browser = new Browser(nobodys);
      const start = await browser.request(authorizationUrl(gatehouse, client));
      const location = new URL(start.headers.get('location') ?? '', gatehouse.url);
      const csrf = /name="csrf" value="([^"]+)"/.exec(await (await browser.request(location)).text())?.[1];
      const body = new URLSearchParams({ csrf: csrf ?? '', ...nobodys });
      const headers = { origin: location.origin, 'sec-fetch-site': 'same-origin' };
      const url = new URL(`${location.href}/${action}`);
      const answer = await browser.request(url, { method: 'POST', body, headers });
      const last = action === 'login' ? await browser.request(location) : answer;
      expect([last.status, last.headers.get('location')]).toEqual([200, null]);
      expect(await last.text()).toContain('error=access_denied');
    }
  });

  it('in the language of the person', async () => {
    const headers = { 'accept-language': 'ko' };
    const url = authorizationUrl(gatehouse, client, { scope: 'everything' });
    const answer = await (await nobody()).request(url, { headers });
    expect(await answer.text()).toContain('stranger.example 사이트로 이동');
    const english = authorizationUrl(gatehouse, client, { scope: 'everything', ui_locales: 'en' });
    const asked = await (await nobody()).request(english, { headers });
    expect(await asked.text()).toContain('Go on to stranger.example');
  });

  it('but is answered where somebody has allowed it something, or on their own machine', async () => {
    const changes = { scope: 'everything' };
    const known = await (await loggedIn(friend)).request(authorizationUrl(gatehouse, client, changes));
    expect(known.headers.get('location')).toMatch(/^https:\/\/stranger\.example\/.*error=invalid_scope/);
    const native = await register('http://127.0.0.1:9/callback');
    const local = await (await nobody()).request(authorizationUrl(gatehouse, native, changes));
    expect(local.headers.get('location')).toMatch(
      /^http:\/\/127\.0\.0\.1:9\/callback\?.*error=invalid_scope/,
    );
  });
});

describe('a logout leads to the site of a client that registered itself (bcp-7)', () => {
  const logout = (browser: Browser, more: Record<string, string> = {}) => {
    const parameters = { client_id: client.clientId, post_logout_redirect_uri: LOGGED_OUT, ...more };
    const query = new URLSearchParams(parameters).toString();
    return browser.request(new URL(`${gatehouse.url}/oauth2/logout?${query}`));
  };
  const idTokenOf = async (browser: Browser) => {
    const parameters = { scope: 'openid' };
    const answer = await authorize({ gatehouse, client, user: friend, browser, parameters });
    return String((await redeem(gatehouse, client, answer)).body['id_token']);
  };

  it('by a link, when nobody is logged in, whosever ID token is shown', async () => {
    const hint = await idTokenOf(await loggedIn(friend));
    const hints: Record<string, string>[] = [{}, { id_token_hint: hint }];
    for (const more of hints) {
      const answer = await logout(await nobody(), { ...more, state: 'a&b' });
      expect([answer.status, answer.headers.get('location')]).toEqual([200, null]);
      expect(await answer.text()).toContain(`href="${LOGGED_OUT}?state=a%26b"`);
    }
  });

  it('at once, when it was allowed something by the person whose session ends', async () => {
    const browser = await loggedIn(friend);
    const answer = await logout(browser, { id_token_hint: await idTokenOf(browser) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, LOGGED_OUT]);
  });
});
