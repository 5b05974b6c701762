import { Browser } from '../../support/browser.js';
import { authorizationUrl, type FlowClient } from '../../support/browser-flow.js';
import { createClient } from '../../support/clients.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';

const CALLBACK = 'https://app.example/callback';
const TABS = ['one', 'two', 'three'];

describe('tabs that a browser opens at once, before it has any cookie', () => {
  let gatehouse: Gatehouse;
  let user: TestUser;
  let client: FlowClient;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    user = await createUser(gatehouse, { roles: ['user'] });
    client = {
      ...(await createClient(gatehouse, { redirectUris: [CALLBACK] })),
      redirectUri: CALLBACK,
    };
  });
  afterAll(() => gatehouse.stop());

  const open = async (browser: Browser, state: string) => {
    const answer = await browser.request(
      authorizationUrl(gatehouse, client, { state, prompt: 'login consent' }),
    );
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split('=')[0]);
    return { page: new URL(answer.headers.get('location') ?? '', gatehouse.url), cookies };
  };

  it('are each answered', async () => {
    const browser = new Browser(user);
    const tabs = await Promise.all(TABS.map((state) => open(browser, state)));
    for (const [index, { page }] of tabs.entries()) {
      const { searchParams } = await browser.signIn(page);
      expect(searchParams.get('code')).toMatch(/^[\w-]{43}$/);
      expect(searchParams.get('state')).toBe(TABS[index]);
    }
  });

  it('are opened in no other browser, nor in one that brought another', async () => {
    const [browser, other] = [new Browser(user), new Browser(user)];
    const [mine, theirs] = [await open(browser, 'mine'), await open(other, 'theirs')];
    expect((await browser.request(mine.page)).status).toBe(200);
    expect((await browser.request(theirs.page)).status).toBe(400);
    expect((await new Browser(user).request(mine.page)).status).toBe(400);
  });

  it('do not fill its jar: later ones share the cookie that is there', async () => {
    const browser = new Browser(user);
    const [first, second, third] = [
      await open(browser, 'first'),
      await open(browser, 'second'),
      await open(browser, 'third'),
    ];
    expect(first.cookies).toHaveLength(1);
    expect([second.cookies, third.cookies]).toEqual([first.cookies, first.cookies]);
  });

  it('may each be where the person logs in without an application', async () => {
    const browser = new Browser(user);
    const login = new URL(`${gatehouse.url}/login`);
    const pages = await Promise.all([browser.request(login), browser.request(login)]);
    for (const page of pages) {
      const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
      const body = new URLSearchParams({ csrf, username: user.username, password: user.password });
      expect((await browser.request(login, { method: 'POST', body })).status).toBe(303);
    }
  });
});
