import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import type { Credentials } from './browser.js';

export const CHROMIUM = '/usr/bin/chromium';
/** For a machine without a display, on which tests run as root. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Skips by name where Debian's Chromium is not installed. */
export const describeWithChromium = existsSync(CHROMIUM) ? describe : describe.skip;

/** A person at a real browser, and the loopback port at which a native client waits for the answer. */
export class Person {
  private constructor(
    private readonly credentials: Credentials,
    private readonly browser: Browser,
    private readonly context: BrowserContext,
    private readonly listener: Server,
    private readonly answers: URL[],
  ) {}

  static async start(credentials: Credentials): Promise<Person> {
    const answers: URL[] = [];
    const listener = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (url.pathname === '/callback') answers.push(url);
      response.setHeader('content-type', 'text/html').end('<title>Done</title>You may close this window.');
    });
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
    return new Person(credentials, browser, await browser.newContext(), listener, answers);
  }

  /** The redirect URI of the waiting client. */
  get callback(): string {
    return `http://127.0.0.1:${(this.listener.address() as AddressInfo).port}/callback`;
  }

  /** Visits the URL, logs in and consents where asked; resolves with what the client was answered. */
  async signIn(url: URL): Promise<URL> {
    const page = await this.context.newPage();
    await page.goto(url.href);
    while (!page.url().startsWith(this.callback)) {
      if ((await page.locator('input[type=password]').count()) > 0) {
        await page.fill('input[name=username]', this.credentials.username);
        await page.fill('input[name=password]', this.credentials.password);
        await page.press('input[name=password]', 'Enter');
      } else {
        await page.click('button[name=decision][value=approve]');
      }
      await page.waitForLoadState('load');
    }
    await page.close();
    const answer = this.answers.pop();
    if (answer === undefined) throw new Error('the client was not answered');
    return answer;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.listener.closeAllConnections();
    await new Promise((done) => this.listener.close(done));
  }
}
