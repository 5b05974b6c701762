import type { Browser } from '../../support/browser.js';
import { authorizationUrl, type Parameters } from '../../support/browser-flow.js';

type Client = Parameters extends never ? never : { readonly clientId: string; readonly redirectUri: string };

/** Asks for authorization, takes the provider's button on the login page, and resolves with where that leads. */
export async function startLogin(
  gatehouse: { readonly url: string },
  client: Client,
  providerId: string,
  browser: Browser,
  parameters: Parameters = {},
): Promise<URL> {
  const start = await browser.request(authorizationUrl(gatehouse, client, parameters));
  const url = new URL(start.headers.get('location') ?? '', gatehouse.url);
  return startLogin.from(browser, await browser.request(url), url, providerId);
}

/** The same from a login page. */
startLogin.from = async (browser: Browser, page: Response, url: URL, providerId: string): Promise<URL> => {
  const text = await page.text();
  const form = /<form class="stack" method="post" action="([^"]+)">[\s\S]*?name="csrf" value="([^"]+)"/.exec(
    text,
  );
  if (form === null) throw new Error(`no providers at ${url.href}: ${page.status} ${text.slice(0, 300)}`);
  const body = new URLSearchParams({ csrf: form[2] ?? '', provider: providerId });
  const headers = { origin: url.origin, 'sec-fetch-site': 'same-origin' };
  const action = new URL(form[1] ?? '', url);
  const answer = await browser.request(action, { method: 'POST', body, headers });
  if (answer.status !== 303) throw new Error(`not sent on: ${answer.status} ${await answer.text()}`);
  return new URL(answer.headers.get('location') ?? '');
};
