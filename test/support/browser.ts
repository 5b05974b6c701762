/** Who sits at the browser. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface Form {
  readonly action: URL;
  readonly method: string;
  readonly fields: URLSearchParams;
}

const MAXIMUM_HOPS = 25;

/**
 * A person at a browser without JavaScript: keeps cookies for each host, follows redirects, logs in and consents
 * where a page asks for it.
 */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  constructor(private readonly credentials: Credentials) {}

  /** Goes to the URL and through every page asked of it; resolves with the last one. */
  async visit(url: URL): Promise<Response> {
    return this.follow(url, () => false) as Promise<Response>;
  }

  /** Goes to an authorization URL, logs in and consents; resolves with where the client is answered, unvisited. */
  async signIn(url: URL): Promise<URL> {
    const end = await this.follow(url, (next) => next.origin !== url.origin);
    if (end instanceof URL) return end;
    throw new Error(`the flow ended with ${end.status} at ${end.url}: ${(await end.text()).slice(0, 600)}`);
  }

  /** One request with the cookies of its host, redirects not followed. */
  async request(url: URL, init: RequestInit = {}): Promise<Response> {
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    // Before the answer: of several requests at once none may keep its cookies to itself.
    this.cookies.set(url.host, jar);
    const headers = new Headers(init.headers);
    headers.set('accept', 'text/html');
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) keep(jar, cookie);
    return answer;
  }

  /** Loses a cookie, at whatever host. */
  forget(name: string): void {
    for (const jar of this.cookies.values()) jar.delete(name);
  }

  private async follow(start: URL, isEnd: (url: URL) => boolean): Promise<Response | URL> {
    let url = start;
    let init: RequestInit = {};
    for (let hop = 0; hop < MAXIMUM_HOPS; hop += 1) {
      const answer = await this.request(url, init);
      init = {};
      const location = answer.headers.get('location');
      if (location !== null) {
        url = new URL(location, url);
        if (isEnd(url)) return url;
        continue;
      }
      const form = answer.ok ? formOf(await answer.clone().text(), url, this.credentials) : undefined;
      if (form === undefined) return answer;
      ({ url, init } = submission(form));
      if (isEnd(url)) return new URL(`?${form.fields.toString()}`, url);
    }
    throw new Error(`more than ${MAXIMUM_HOPS} steps from ${start.href}`);
  }
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split(';');
  const [name = '', ...value] = pair.split('=');
  const gone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute) || /1970/.test(attribute));
  if (gone) jar.delete(name.trim());
  else jar.set(name.trim(), value.join('='));
}

/** A submission as a browser makes it, the origin included that tells it from one of another site. */
function submission({ action, method, fields }: Form): { url: URL; init: RequestInit } {
  if (method !== 'POST') return { url: new URL(`?${fields.toString()}`, action), init: {} };
  const headers = { origin: action.origin, 'sec-fetch-site': 'same-origin' };
  return { url: action, init: { method, body: fields, headers } };
}

/** The form that leads on: the one with a password, or the one that approves, or one that submits itself. */
function formOf(page: string, base: URL, credentials: Credentials): Form | undefined {
  const forms = [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/gi)].map(([form]) => form);
  const form =
    forms.find((each) => /type="password"/i.test(each)) ??
    forms.find((each) => /value="approve"/i.test(each)) ??
    forms.find((each) => /name="(code|error)"/.test(each));
  if (form === undefined) return undefined;
  const [tag = ''] = form.match(/<form\b[^>]*>/i) ?? [];
  const fields = new URLSearchParams();
  for (const [control] of form.matchAll(/<input\b[^>]*>/gi)) fill(fields, control, credentials);
  if (/value="approve"/i.test(form)) fields.set('decision', 'approve');
  return {
    action: new URL(attribute(tag, 'action') ?? base.href, base),
    method: (attribute(tag, 'method') ?? 'get').toUpperCase(),
    fields,
  };
}

function fill(fields: URLSearchParams, control: string, credentials: Credentials): void {
  const name = attribute(control, 'name');
  if (name === undefined) return;
  const type = attribute(control, 'type') ?? 'text';
  if ((type === 'checkbox' || type === 'radio') && !/\bchecked\b/i.test(control)) return;
  const typed: Readonly<Record<string, string>> = { ...credentials };
  fields.append(name, typed[name] ?? attribute(control, 'value') ?? '');
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return value
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
