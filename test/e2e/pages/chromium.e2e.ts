import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { chromium, type Browser } from 'playwright-core';
import { authorizationUrl, type FlowClient, type Parameters } from '../../support/browser-flow.js';
import { createClient } from '../../support/clients.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';
import { registerItself } from '../../support/self-registered-client.js';
import { CHROMIUM, CHROMIUM_FLAGS, describeWithChromium } from '../../support/person.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES = ['ko', 'en'] as const;
const WIDTHS = [375, 1280] as const;
/** Colours that are still fading into each other have no contrast worth measuring. */
const READER: BrowserContextOptions = { reducedMotion: 'reduce' };

describeWithChromium('the pages in Chromium', () => {
  let gatehouse: Gatehouse;
  let user: TestUser;
  let site: ClientSite;
  let client: FlowClient;
  let browser: Browser;
  /** Where somebody is taken by a client that nobody knows. */
  let refused: string;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    user = await createUser(gatehouse, {
      roles: ['user'],
      displayName: '김지윤',
      email: 'jiyoon@example.com',
    });
    site = await ClientSite.start();
    client = {
      ...(await createClient(gatehouse, {
        name: 'Desktop Helper',
        grantTypes: ['authorization_code', 'refresh_token'],
        scopes: ['openid', 'mcp.access', 'read'],
        redirectUris: [site.callback],
        isPublic: true,
      })),
      redirectUri: site.callback,
    };
    const stranger = await registerItself(gatehouse, 'https://stranger.example/callback');
    refused = authorizationUrl(gatehouse, stranger, { scope: 'everything' }).href;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await site.stop();
    await gatehouse.stop();
  });

  const request = (parameters: Parameters = {}) =>
    authorizationUrl(gatehouse, client, { scope: 'openid offline_access mcp.access read', ...parameters })
      .href;

  async function within<T>(
    options: BrowserContextOptions,
    work: (page: Page, context: BrowserContext) => Promise<T>,
  ) {
    const context = await browser.newContext(options);
    try {
      return await work(await context.newPage(), context);
    } finally {
      await context.close();
    }
  }

  async function logIn(page: Page): Promise<void> {
    await page.fill('input[name=username]', user.username);
    await page.fill('input[name=password]', user.password);
    await page.click('button.primary');
  }

  /** Each page by name, reached as a person reaches it. */
  const PAGES: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
    ['login', (page) => page.goto(request())],
    [
      'login that failed',
      async (page) => {
        await page.fill('input[name=username]', 'nobody');
        await page.fill('input[name=password]', 'nothing');
        await page.click('button.primary');
        await page.waitForSelector('[role=alert]');
      },
    ],
    ['consent', (page) => logIn(page).then(() => page.waitForSelector('button[value=approve]'))],
    ['account', (page) => page.goto(`${gatehouse.url}/account?done=session-ended`)],
    ['logout', (page) => page.goto(`${gatehouse.url}/oauth2/logout`)],
    ['error', (page) => page.goto(`${gatehouse.url}/oauth2/authorize?client_id=nobody`)],
    ['request that is over', (page) => page.goto(`${gatehouse.url}/interaction/AAAAAAAAAAAAAAAAAAAAAA`)],
    ['the way to a client that registered itself', (page) => page.goto(refused)],
    [
      'logged out',
      (page) => page.goto(`${gatehouse.url}/oauth2/logout`).then(() => page.click('button[value=logout]')),
    ],
  ];

  it.each(LANGUAGES)(
    'have no serious fault that axe finds, nor one that overflows, in %s',
    async (language) => {
      const faults: string[] = [];
      await within(
        { ...READER, locale: language, extraHTTPHeaders: { 'accept-language': language } },
        async (page) => {
          for (const [name, open] of PAGES) {
            await open(page);
            expect(await page.getAttribute('html', 'lang')).toBe(language);
            for (const colorScheme of SCHEMES) {
              await page.emulateMedia({ colorScheme });
              for (const width of WIDTHS) {
                await page.setViewportSize({ width, height: 800 });
                const found = await faultsOf(page);
                faults.push(...found.map((fault) => `${name}, ${colorScheme}, ${width} px: ${fault}`));
              }
            }
          }
        },
      );
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it('log in and consent by the keyboard alone', async () => {
    await within({}, async (page) => {
      await page.goto(request());
      // The name has the focus.
      await page.keyboard.type(user.username);
      await page.keyboard.press('Tab');
      await page.keyboard.type(user.password);
      await page.keyboard.press('Enter');
      await page.waitForSelector('button[value=approve]');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      for (
        let count = 0;
        count < 10 && (await page.evaluate('document.activeElement.value')) !== 'approve';
        count += 1
      )
        await page.keyboard.press('Tab');
      expect(await page.evaluate(HAS_VISIBLE_FOCUS)).toBe(true);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/landed/);
      expect(new URL(site.answers.at(-1) ?? '', site.origin).searchParams.has('code')).toBe(true);
    });
  });

  it('need no JavaScript, and let a client lead on from its redirect URI', async () => {
    await within({ javaScriptEnabled: false }, async (page) => {
      await page.goto(request({ response_mode: 'form_post' }));
      await logIn(page);
      await page.click('button[value=approve]');
      // The page that would post itself has a button.
      await page.click('button.primary');
      await page.waitForURL(/\/landed/);
      expect(site.answers.at(-1)).toContain('code=');
    });
  });

  it('post an authorization response by themselves where a script may run', async () => {
    await within({}, async (page) => {
      await page.goto(request({ response_mode: 'form_post' }));
      await logIn(page);
      await page.click('button[value=approve]');
      await page.waitForURL(/\/landed/);
      expect(site.answers.at(-1)).toContain('code=');
    });
  });

  it('answer the window that opened them (the client waits there)', async () => {
    await within({}, async (page, context) => {
      await page.goto(`${site.origin}/opener`);
      const popup = context.waitForEvent('page');
      await page.evaluate(`void window.open(${JSON.stringify(request())}, 'gatehouse', 'popup')`);
      const login = await popup;
      await logIn(login);
      await login.click('button[value=approve]');
      await login.waitForURL(/\/landed/);
      expect(await login.evaluate('window.opener !== null')).toBe(true);
    });
  });

  it('are not shown in a frame, and take no form from another site (bcp-5, bcp-11)', async () => {
    await within({}, async (page) => {
      await page.goto(`${gatehouse.url}/login`);
      await logIn(page);
      await page.waitForURL(/\/account$/);
      await page.goto(`${site.origin}/frame?url=${encodeURIComponent(`${gatehouse.url}/account`)}`);
      const [frame] = page.frames().slice(1);
      const text = await frame?.evaluate('document.body.innerText').catch(() => '');
      expect(String(text)).not.toContain('경비실');
      await page.goto(`${site.origin}/forge?url=${encodeURIComponent(`${gatehouse.url}/account/password`)}`);
      const answer = page.waitForResponse((response) => response.url().endsWith('/account/password'));
      await page.click('button');
      expect((await answer).status()).toBe(403);
    });
  });

  it('ask nobody for anything but themselves, and report no violation of their policy', async () => {
    await within({}, async (page) => {
      const requested: string[] = [];
      const complaints: string[] = [];
      page.on('request', (each) => requested.push(new URL(each.url()).pathname));
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(`${gatehouse.url}/login`);
      await logIn(page);
      await page.waitForURL(/\/account$/);
      expect(requested.filter((path) => path.startsWith('/'))).toEqual(['/login', '/login', '/account']);
      expect(complaints).toEqual([]);
    });
  });
});

/** What axe calls serious or critical, what sticks out to the right, and what is too small to touch (44 px). */
const FAULTS = `(async () => {
  const { violations } = await axe.run({ resultTypes: ['violations'] });
  const faults = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ' ' + nodes[0].html);
  if (document.documentElement.scrollWidth > window.innerWidth) faults.push('overflows');
  for (const control of document.querySelectorAll('button, .button, input:not([type=hidden], .sr)'))
    if (control.getBoundingClientRect().height < 44) faults.push('too small: ' + control.outerHTML);
  return faults;
})()`;
const HAS_VISIBLE_FOCUS = `(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
})()`;

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(FAULTS);
}

/** A client's site: its redirect URI leads on to another origin, as those of many clients do. */
class ClientSite {
  private constructor(
    private readonly server: Server,
    /** What the redirect URI was asked, query and form body alike. */
    readonly answers: string[],
  ) {}

  static async start(): Promise<ClientSite> {
    const answers: string[] = [];
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (url.pathname === '/callback') {
          answers.push(`/callback?${body === '' ? url.searchParams.toString() : body}`);
          response.writeHead(302, { location: `http://localhost:${request.socket.localPort}/landed` }).end();
          return;
        }
        response.setHeader('content-type', 'text/html').end(documentAt(url));
      });
    });
    await new Promise<void>((done) => server.listen(0, done));
    return new ClientSite(server, answers);
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get callback(): string {
    return `${this.origin}/callback`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

function documentAt({ pathname, searchParams }: URL): string {
  const target = searchParams.get('url') ?? '';
  if (pathname === '/frame') return `<iframe src="${target}"></iframe>`;
  if (pathname === '/forge')
    return `<form method="post" action="${target}"><button>Win a prize</button></form>`;
  return '<title>Client</title>';
}
