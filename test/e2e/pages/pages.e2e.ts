import { auditRecords } from '../../support/audit-records.js';
import { authorizationUrl, redeem, type FlowClient, type Parameters } from '../../support/browser-flow.js';
import { Browser } from '../../support/browser.js';
import { runCli } from '../../support/cli.js';
import { createClient } from '../../support/clients.js';
import { timeUntil } from '../../support/eventually.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';
import { formTo, submit, type PageForm } from './page-forms.js';

const CALLBACK = 'https://app.example/callback';
const MARKUP = `"><img src=x onerror=alert(1)>'</title></style><script>alert(1)</script>`;
const GRANTS = { grantTypes: ['authorization_code', 'refresh_token'], scopes: ['mcp.access', 'read'] };

let gatehouse: Gatehouse;
let user: TestUser;
let other: TestUser;
/** Of the first one, who has logged in: a login costs a password hash each time. */
let signedIn: Browser;
let client: FlowClient;
let hostile: FlowClient;

beforeAll(async () => {
  gatehouse = await startGatehouse({ env: { FAILED_SECRETS: '4' } });
  user = await createUser(gatehouse, { roles: ['user'], displayName: MARKUP, email: 'kim@example.com' });
  other = await createUser(gatehouse, { roles: ['user'] });
  const register = async (name: string): Promise<FlowClient> => ({
    ...(await createClient(gatehouse, { ...GRANTS, name, redirectUris: [CALLBACK] })),
    redirectUri: CALLBACK,
  });
  client = await register('Some App');
  signedIn = new Browser(user);
  hostile = await register(MARKUP);
  await accountPage(signedIn);
}, 60_000);
afterAll(() => gatehouse.stop());

const newBrowser = (credentials = user) => new Browser(credentials);
const urlOf = (answer: Response): URL => new URL(answer.headers.get('location') ?? '', gatehouse.url);

async function get(browser: Browser, path: string | URL, headers: Record<string, string> = {}) {
  const answer = await browser.request(new URL(path, gatehouse.url), { headers });
  // Without the sheet, for the sake of who reads a failure.
  return { answer, page: (await answer.text()).replace(/<style>[^]*?<\/style>/, '') };
}

/** An authorization request as far as the page the browser sees first. */
async function begin(browser: Browser, parameters: Parameters = {}, of = client) {
  const answer = await browser.request(authorizationUrl(gatehouse, of, parameters));
  expect(answer.status).toBe(303);
  const path = urlOf(answer).pathname;
  return { path, ...(await get(browser, path)) };
}

async function logIn(browser: Browser, path: string, credentials: TestUser = user): Promise<Response> {
  const { page } = await get(browser, `${path}/login`);
  const { username, password } = credentials;
  return submit(browser, formTo(page, '/login', gatehouse.url), { username, password });
}

/** The consent page of somebody who is logged in. */
async function consentPage(parameters: Parameters = {}, browser = signedIn) {
  const { path, answer, page } = await begin(browser, { prompt: 'consent', ...parameters });
  return { path, answer, page, form: formTo(page, '/consent', gatehouse.url) };
}

async function accountPage(browser: Browser, credentials: TestUser = user) {
  const { page: loginPage } = await get(browser, '/login');
  const { username, password } = credentials;
  const answer = await submit(browser, formTo(loginPage, '/login', gatehouse.url), { username, password });
  expect([answer.status, urlOf(answer).pathname]).toEqual([303, '/account']);
  return (await get(browser, '/account')).page;
}

describe('what comes with every page (web-headers, bcp-11, bcp-12)', () => {
  it.each<[string, () => Promise<{ answer: Response; page: string }>]>([
    ['the login of an authorization request', () => begin(newBrowser())],
    ['the login of a person who comes by themselves', () => get(newBrowser(), '/login')],
    ['the consent', () => consentPage()],
    ['the account', () => get(signedIn, '/account')],
    ['a question whether to log out', () => get(signedIn, '/oauth2/logout')],
    ['an authorization request that cannot be answered', () => get(newBrowser(), '/oauth2/authorize')],
    ['a request that is over', () => get(newBrowser(), '/interaction/AAAAAAAAAAAAAAAAAAAAAA')],
    ['a path that is nothing', () => get(newBrowser(), '/interaction/x/y/z')],
    ['a logout', () => get(newBrowser(), '/oauth2/logout')],
  ])('keeps %s from being framed, cached, extended or told on', async (_what, open) => {
    const { answer, page } = await open();
    const header = (name: string) => answer.headers.get(name);
    expect(header('content-type')).toBe('text/html; charset=utf-8');
    const policy = (header('content-security-policy') ?? '').split('; ');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]),
    );
    expect(policy.filter((directive) => /script-src|unsafe|\*|connect-src|font-src/.test(directive))).toEqual(
      [],
    );
    expect(header('x-frame-options')).toBe('DENY');
    expect(header('cache-control')).toBe('no-store');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect(header('referrer-policy')).toBe('same-origin');
    // Nothing is fetched, from us or from anybody else.
    expect(page).not.toMatch(/<(script|img|iframe|object|embed|audio|video|source|picture|base)\b/);
    expect([...page.matchAll(/<link\b[^>]*href="([^:"]*):/g)].map(([, scheme]) => scheme)).toEqual(['data']);
    for (const cookie of answer.headers.getSetCookie()) {
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=Lax/);
      expect(cookie).toMatch(/; Path=\//);
      expect(cookie).not.toMatch(/Domain=/i);
    }
  });

  it('lets a window that a client opened keep its opener, and no other page', async () => {
    const openerPolicy = async (path: string) =>
      (await get(newBrowser(), path)).answer.headers.get('cross-origin-opener-policy');
    expect(await openerPolicy('/oauth2/authorize')).toBe('unsafe-none');
    expect(await openerPolicy('/interaction/AAAAAAAAAAAAAAAAAAAAAA')).toBe('unsafe-none');
    expect(await openerPolicy('/login')).toBe('same-origin');
  });

  it('says over plain http what is used instead of __Host- cookies', async () => {
    const { answer, page } = await get(newBrowser(), '/login', { 'accept-language': 'en' });
    expect(page).toContain('__Host-');
    expect(answer.headers.getSetCookie().join()).not.toContain('Secure');
  });
});

describe('forms that our page did not send in this browser (bcp-5)', () => {
  interface Forgery {
    readonly changes?: Readonly<Record<string, string | null>>;
    readonly headers?: Readonly<Record<string, string>>;
    /** Another browser than the one the page was shown in. */
    readonly browser?: () => Browser | Promise<Browser>;
  }
  const elsewhere = async () => {
    const browser = newBrowser(other);
    await begin(browser);
    return browser;
  };
  const FORGERIES: readonly (readonly [string, Forgery])[] = [
    ['without any cookie', { browser: () => newBrowser() }],
    ['from another browser', { browser: elsewhere }],
    ['without a token', { changes: { csrf: null } }],
    ['with an empty token', { changes: { csrf: '' } }],
    ['with a token of the right length', { changes: { csrf: 'A'.repeat(43) } }],
    ['from another site', { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } }],
    ['from another site by its origin alone', { headers: { origin: 'https://evil.example' } }],
    ['from a sandboxed frame', { headers: { origin: 'null' } }],
    ['from a subdomain', { headers: { 'sec-fetch-site': 'same-site' } }],
    ['from another port', { headers: { origin: 'http://localhost:1' } }],
    ['from our name without TLS, or with', { headers: { origin: 'https://localhost' } }],
  ];

  it.each(FORGERIES)('refuses a login %s', async (_what, forgery) => {
    const browser = newBrowser();
    const { path, page } = await begin(browser);
    const { username, password } = user;
    const form = formTo(page, '/login', gatehouse.url);
    const answer = await forge(browser, form, forgery, { username, password });
    await expectRefusal(answer);
    expect(answer.headers.getSetCookie().join()).not.toContain('gatehouse-session');
    expect((await get(browser, path)).page).toContain('type="password"');
  });

  it.each(FORGERIES)('refuses a consent %s, and takes the right one then', async (_what, forgery) => {
    const { form } = await consentPage();
    await expectRefusal(await forge(signedIn, form, forgery, { decision: 'approve' }));
    const right = await submit(signedIn, form, { decision: 'approve' });
    expect([right.status, urlOf(right).searchParams.has('code')]).toEqual([303, true]);
  });

  it.each(FORGERIES)(
    'refuses to change an account %s, and does so when asked rightly',
    async (_what, forgery) => {
      const { page } = await get(signedIn, '/account');
      const { fields } = formTo(page, '/password', gatehouse.url);
      const action = new URL('/account/clients/none/revoke', gatehouse.url);
      await expectRefusal(await forge(signedIn, { action, fields }, forgery));
      expect((await submit(signedIn, { action, fields })).status).toBe(303);
    },
  );

  it('refuses the token of one form with another', async () => {
    const first = await consentPage();
    const second = await consentPage();
    const { page } = await get(signedIn, `${second.path}/login`);
    for (const token of [first.form, formTo(page, '/login', gatehouse.url)])
      await expectRefusal(
        await submit(signedIn, second.form, { csrf: token.fields['csrf'] ?? '', decision: 'approve' }),
      );
  });

  it('refuses a consent to more than the page showed', async () => {
    const { form } = await consentPage({ scope: 'mcp.access' });
    await expectRefusal(await submit(signedIn, form, { scope: 'mcp.access read', decision: 'approve' }));
  });

  it('refuses a consent shown to one person when another has logged in since', async () => {
    const browser = newBrowser();
    await accountPage(browser);
    const { path, form } = await consentPage({}, browser);
    expect((await logIn(browser, path, other)).status).toBe(303);
    await expectRefusal(await submit(browser, form, { decision: 'approve' }));
  });

  it('refuses a consent without the session', async () => {
    const browser = newBrowser();
    await accountPage(browser);
    const { form } = await consentPage({}, browser);
    browser.forget('gatehouse-session');
    await expectRefusal(await submit(browser, form, { decision: 'approve' }));
  });

  it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x'])(
    'refuses a form sent as %s',
    async (type) => {
      const { action, fields } = (await consentPage()).form;
      const body = JSON.stringify({ ...fields, decision: 'approve' });
      const answer = await signedIn.request(action, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
      expect([answer.status >= 400 && answer.status < 500, answer.headers.get('content-type')]).toEqual([
        true,
        'text/html; charset=utf-8',
      ]);
    },
  );

  it('is shown as what it is to the person, and is on record', async () => {
    const { form } = await consentPage();
    const answer = await submit(signedIn, form, { csrf: 'x', decision: 'approve' });
    expect(await answer.text()).toContain('이 양식은 받을 수 없습니다');
    const [record] = await auditRecords(gatehouse, { event_type: 'form.denied' });
    expect(record?.['details']).toMatchObject({ forgery: 'wrong_token', route: '/interaction/:id/consent' });
  });

  async function forge(
    browser: Browser,
    form: PageForm,
    forgery: Forgery,
    fields: Record<string, string> = {},
  ) {
    const sender = (await forgery.browser?.()) ?? browser;
    return submit(sender, form, { ...fields, ...forgery.changes }, forgery.headers);
  }
});

describe('an authorization request at its person', () => {
  it('is answered once: what is replayed is refused (bcp-5)', async () => {
    const { path, form } = await consentPage();
    expect((await submit(signedIn, form, { decision: 'approve' })).status).toBe(303);
    for (const decision of ['approve', 'deny'])
      expect((await submit(signedIn, form, { decision })).status).toBe(400);
    const { answer, page } = await get(signedIn, path);
    expect([answer.status, page.includes('연결 요청이 만료되었습니다')]).toEqual([400, true]);
  });

  it('opens in the browser that brought it and in no other (bcp-5)', async () => {
    const [owner, stranger] = [newBrowser(), newBrowser()];
    const { path } = await begin(owner);
    expect((await get(stranger, path)).answer.status).toBe(400);
    // With a request of its own, and so a secret of its own.
    await begin(stranger);
    expect((await get(stranger, path)).answer.status).toBe(400);
    expect((await get(owner, path)).answer.status).toBe(200);
  });

  it('tells the client when the person refuses, or gives up', async () => {
    const { form } = await consentPage();
    const denied = urlOf(await submit(signedIn, form, { decision: 'deny' }));
    expect([denied.origin, denied.searchParams.get('error')]).toEqual([
      'https://app.example',
      'access_denied',
    ]);
    const stranger = newBrowser();
    const { page } = await begin(stranger);
    const cancelled = urlOf(await submit(stranger, formTo(page, '/cancel', gatehouse.url)));
    expect(cancelled.searchParams.get('error')).toBe('access_denied');
  });

  it('takes neither approve nor deny for neither', async () => {
    const { form } = await consentPage();
    for (const decision of ['', 'APPROVE', null])
      expect((await submit(signedIn, form, { decision })).status).toBe(400);
  });

  it('goes on after a login in a session of its own, under another secret', async () => {
    const browser = newBrowser();
    const { path, answer } = await begin(browser);
    const planted = answer.headers.getSetCookie();
    expect(planted.join()).not.toContain('gatehouse-session');
    const first = sessionOf(await logIn(browser, path));
    const second = sessionOf(await logIn(browser, path));
    expect(first).not.toBe(second);
    const account = (secret = '') =>
      fetch(`${gatehouse.url}/account`, {
        redirect: 'manual',
        headers: { cookie: `gatehouse-session=${secret}` },
      });
    expect([(await account(first)).status, (await account(second)).status]).toEqual([303, 200]);
  });

  it('keeps the name of a login that failed, and says no more than that', async () => {
    const browser = newBrowser();
    const { page } = await begin(browser, { ui_locales: 'en' });
    const form = formTo(page, '/login', gatehouse.url);
    const wrong = async (username: string, password: string) => {
      const answer = await submit(browser, form, { username, password });
      return { status: answer.status, page: await answer.text() };
    };
    const [unknown, mistaken] = [
      await wrong('nobody"<i>', 'x'),
      await wrong(user.username, 'not the password'),
    ];
    expect(unknown.page).toContain('value="nobody&quot;&lt;i&gt;"');
    expect(mistaken.page).toContain(`value="${user.username}"`);
    const said = ({ page: text }: { page: string }) => /role="alert"[^>]*>(.*?)<\/div>/.exec(text)?.[1];
    expect([unknown.status, said(unknown)]).toEqual([400, said(mistaken)]);
    expect(mistaken.status).toBe(400);
    expect(mistaken.page).not.toContain('not the password');
    expect((await wrong('', '')).status).toBe(400);
    expect((await submit(browser, form, { username: user.username, password: user.password })).status).toBe(
      303,
    );
  });

  it('says when to try again after too many guesses', async () => {
    const browser = newBrowser();
    const { page } = await begin(browser);
    const form = formTo(page, '/login', gatehouse.url);
    const guess = () => submit(browser, form, { username: 'guessed', password: 'a guess' });
    let answer = await guess();
    for (let count = 0; count < 12 && answer.status === 400; count += 1) answer = await guess();
    expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await answer.text()).toContain('로그인 시도가 너무 많았습니다');
  });

  it('is led on by 303 from every form, never by 307 or 308 (bcp-8)', async () => {
    const browser = newBrowser();
    const { path } = await begin(browser, { prompt: 'consent' });
    const login = await logIn(browser, path);
    const { page } = await get(browser, path);
    const consent = await submit(browser, formTo(page, '/consent', gatehouse.url), { decision: 'deny' });
    expect([login.status, consent.status]).toEqual([303, 303]);
  });
});

describe('markup of others (web-xss)', () => {
  const PARAMETERS = [
    'client_id',
    'redirect_uri',
    'response_type',
    'response_mode',
    'scope',
    'state',
    'nonce',
    'code_challenge',
    'code_challenge_method',
    'prompt',
    'max_age',
    'login_hint',
    'ui_locales',
    'resource',
    'id_token_hint',
    'request_uri',
  ];

  it.each(PARAMETERS)('in %s stays text wherever it is shown', async (name) => {
    const browser = newBrowser();
    const seen = [];
    let { answer, page } = await get(browser, authorizationUrl(gatehouse, client, { [name]: MARKUP }));
    seen.push(page);
    for (let hop = 0; hop < 3 && answer.headers.has('location'); hop += 1) {
      const next = urlOf(answer);
      expect(answer.headers.get('location')).not.toMatch(/[<>"]/);
      if (next.origin !== gatehouse.url) break;
      ({ answer, page } = await get(browser, next));
      seen.push(page);
    }
    for (const text of seen) expectNoMarkup(text);
  });

  it('in the name of a client and of a person stays text on every page', async () => {
    const { page: login } = await begin(newBrowser(), {}, hostile);
    const { page: consent } = await begin(signedIn, { prompt: 'consent' }, hostile);
    const form = formTo(consent, '/consent', gatehouse.url);
    expect((await submit(signedIn, form, { decision: 'approve' })).status).toBe(303);
    const { page: account } = await get(signedIn, '/account');
    const { page: logout } = await get(signedIn, '/oauth2/logout');
    for (const page of [login, consent, account]) {
      expectNoMarkup(page);
      expect(page).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;');
    }
    expectNoMarkup(logout);
  });

  it('in state stays text in a form that posts itself, whose one script is allowed by its digest', async () => {
    const { form } = await consentPage({ state: MARKUP, response_mode: 'form_post' });
    const answer = await submit(signedIn, form, { decision: 'approve' });
    const page = await answer.text();
    expect([answer.status, page.match(/<script/g)]).toEqual([200, ['<script']]);
    expect(page).toContain('value="&quot;&gt;&lt;img');
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'sha256-[\w+/=]+'/);
  });

  function expectNoMarkup(page: string): void {
    expect(page).not.toMatch(/<img|<script|onerror=alert\(1\)>/);
    expect(page.match(/<\/(title|style)>/g) ?? []).toEqual(page === '' ? [] : ['</title>']);
  }
});

describe('the language of a page', () => {
  it.each([
    ['nobody asks for one', {}, {}, 'ko'],
    ['the browser asks for English', {}, { 'accept-language': 'en-US,en;q=0.8' }, 'en'],
    ['the client asks for English', { ui_locales: 'fr en' }, { 'accept-language': 'ko' }, 'en'],
    ['the client asks for what we do not speak', { ui_locales: 'fr' }, { 'accept-language': 'en' }, 'en'],
  ])('when %s', async (_what, parameters, headers, expected) => {
    const browser = newBrowser();
    const { path } = await begin(browser, parameters);
    const { page } = await get(browser, path, headers);
    expect(page).toContain(`<html lang="${expected}">`);
  });

  it('is what the person chose, from then on', async () => {
    const browser = newBrowser();
    const { path, page } = await begin(browser, { ui_locales: 'ko' });
    expect(page).toContain(`href="${path}/login?ui_locales=en"`);
    await get(browser, `${path}/login?ui_locales=en`);
    expect((await get(browser, path)).page).toContain('<html lang="en">');
    expect((await get(browser, '/interaction/x')).page).toContain('This request is over');
  });
});

describe('the account of a person', () => {
  it('shows nothing to who is not logged in, and leads nowhere but to itself (bcp-7)', async () => {
    const browser = newBrowser();
    const { answer } = await get(browser, '/account?returnTo=https://evil.example');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login']);
    const { page } = await get(browser, '/login?next=https://evil.example&returnTo=//evil.example');
    const form = formTo(page, '/login', gatehouse.url);
    const { username, password } = user;
    const done = await submit(browser, form, { username, password, returnTo: 'https://evil.example' });
    expect(done.headers.get('location')).toBe('/account');
    const logout = '/oauth2/logout?post_logout_redirect_uri=https://evil.example';
    expect((await get(browser, logout)).answer.status).toBe(400);
  });

  it('lists connected clients, and ends all that one holds', async () => {
    const browser = newBrowser();
    await accountPage(browser);
    const { form } = await consentPage({ code_challenge: CHALLENGE }, browser);
    const code = urlOf(await submit(browser, form, { decision: 'approve' })).searchParams.get('code') ?? '';
    const { body } = await redeem(gatehouse, client, { code, verifier: VERIFIER });
    const hello = async () =>
      (
        await fetch(`${gatehouse.url}/hello`, {
          headers: { authorization: `Bearer ${body['access_token']}` },
        })
      ).status;
    expect(await hello()).toBe(200);
    const { page } = await get(browser, '/account?ui_locales=en');
    expect(page).toContain('<bdi>Some App</bdi>');
    expect(page).toContain('Connect to the MCP server');
    const [revocation] = /<form[^>]*>[^]*?<\/form>/.exec(page.slice(page.indexOf('<bdi>Some App</bdi>'))) ?? [
      '',
    ];
    const answer = await submit(browser, formTo(revocation, '/revoke', gatehouse.url));
    expect(answer.headers.get('location')).toBe('/account?done=client-revoked');
    await timeUntil(401, hello);
    const { page: after } = await get(browser, '/account?done=client-revoked');
    expect(after).not.toContain('<bdi>Some App</bdi>');
    expect(after).toContain('role="status"');
  });

  it('lists sessions, ends others, and none of somebody else', async () => {
    const [here, there, stranger] = [newBrowser(), newBrowser(), newBrowser(other)];
    const own = formTo(await accountPage(stranger, other), '/password', gatehouse.url);
    await accountPage(there);
    // The one used last stands first.
    const form = formTo(await accountPage(here), '/end', gatehouse.url);
    expect((await submit(stranger, { fields: own.fields, action: form.action })).status).toBe(303);
    expect((await get(there, '/account')).answer.status).toBe(200);
    expect((await submit(here, form)).status).toBe(303);
    expect((await get(there, '/account')).answer.headers.get('location')).toBe('/login');
    expect((await get(here, '/account')).answer.status).toBe(200);
  });

  it('changes a password, by the current one only, and ends the other sessions', async () => {
    const mine = await createUser(gatehouse, {});
    const [here, there] = [newBrowser(mine), newBrowser(mine)];
    await accountPage(there, mine);
    const form = formTo(await accountPage(here, mine), '/password', gatehouse.url);
    const change = (current: string, fresh: string, repeated = fresh) =>
      submit(here, form, { current_password: current, new_password: fresh, repeated_password: repeated });
    const fresh = 'a new long password of mine';
    for (const [current, first, second] of [
      ['wrong', fresh, fresh],
      [mine.password, fresh, `${fresh}!`],
      [mine.password, 'short', 'short'],
      [mine.password, mine.password, mine.password],
    ] as const)
      expect((await change(current, first, second)).status).toBe(400);
    const answer = await change(mine.password, fresh);
    expect(answer.headers.get('location')).toBe('/account?done=password-changed');
    expect((await get(there, '/account')).answer.status).toBe(303);
    await accountPage(newBrowser(mine), { ...mine, password: fresh });
  });

  it('asks who was given a password to choose their own, before anything else', async () => {
    const created = await runCli(gatehouse.database, [
      'user',
      'create',
      '--username',
      'newcomer',
      '--role',
      'user',
      '--generate-password',
      '--json',
    ]);
    const { password } = JSON.parse(created.stdout) as { password: string };
    const newcomer = { id: '', username: 'newcomer', password };
    const browser = newBrowser(newcomer);
    const { path } = await begin(browser);
    expect((await logIn(browser, path, newcomer)).status).toBe(303);
    const { page } = await get(browser, path);
    expect(page).not.toContain('value="approve"');
    // Nor can the request be answered by going to the client again, or to the account.
    expect(formTo((await begin(browser)).page, '/password', gatehouse.url)).toBeDefined();
    expect((await get(browser, '/account')).page).not.toContain('id="sessions"');
    const fresh = 'my very own long password';
    const fields = { current_password: password, new_password: fresh, repeated_password: fresh };
    const form = formTo(page, '/password', gatehouse.url);
    expect((await submit(browser, form, { ...fields, repeated_password: 'x' })).status).toBe(400);
    expect(urlOf(await submit(browser, form, fields)).pathname).toBe(path);
    expect((await get(browser, path)).page).toContain('value="approve"');
  });
});

const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

async function expectRefusal(answer: Response): Promise<void> {
  expect([answer.status >= 400 && answer.status < 500, answer.headers.get('location')]).toEqual([true, null]);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await answer.text()).toContain('<h1>');
}

function sessionOf(answer: Response): string | undefined {
  const cookies = answer.headers
    .getSetCookie()
    .map((cookie) => /^gatehouse-session=([^;]+)/.exec(cookie)?.[1]);
  return cookies.find((value) => value !== undefined);
}
