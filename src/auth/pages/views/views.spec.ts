import { browserName } from './browser-name.js';
import { consentPage, type ClientTrust, type ConsentView } from './consent-page.js';
import { describeDestination, webLink } from './destination.js';
import { relativeTime } from './relative-time.js';

describe('describeDestination', () => {
  it.each([
    ['https://client.example/callback', 'site', 'client.example'],
    ['https://client.example:8443/callback', 'site', 'client.example:8443'],
    ['https://gate.example@evil.example/', 'site', 'evil.example'],
    ['https://аррӏе.example/', 'site', 'xn--80ak6aa92e.example'],
    ['http://127.0.0.1:4711/', 'loopback', '127.0.0.1:4711'],
    ['http://[::1]:4711/', 'loopback', '[::1]:4711'],
    ['http://localhost:4711/', 'loopback', 'localhost:4711'],
    ['https://localhost.example/', 'site', 'localhost.example'],
    ['https://127.0.0.1.example/', 'site', '127.0.0.1.example'],
    ['com.example.app:/callback', 'app', 'com.example.app:'],
    ['vscode://host/path', 'app', 'vscode:'],
  ])('%s is a %s: %s', (uri, kind, name) => {
    expect(describeDestination(uri)).toEqual({ kind, name });
  });
});

describe('webLink', () => {
  it.each([
    ['https://client.example/privacy', 'client.example'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,<script>', undefined],
    ['not a url', undefined],
    [undefined, undefined],
  ])('%s leads to %s', (uri, host) => {
    expect(webLink(uri)?.host).toBe(host);
  });
});

describe('browserName', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36',
      'Chrome · Windows',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Whale/4.33 Safari/537.36', 'Whale · Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1',
      'Safari · iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Firefox · Linux'],
    ['curl/8.0', undefined],
    ['', undefined],
  ])('%s is %s', (userAgent, expected) => {
    expect(browserName(userAgent)).toBe(expected);
  });
});

describe('relativeTime', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  it.each([
    [0, '방금', 'just now'],
    [-5_000, '방금', 'just now'],
    [61, '1분 전', '1 minute ago'],
    [7_200, '2시간 전', '2 hours ago'],
    [86_400 * 40, '1개월 전', '1 month ago'],
  ])('%d seconds ago is %s', (seconds, ko, en) => {
    const time = new Date(now.getTime() - seconds * 1_000);
    expect([relativeTime(time, now, 'ko'), relativeTime(time, now, 'en')]).toEqual([ko, en]);
  });
});

describe('consentPage', () => {
  it.each<[string, ClientTrust, string, readonly string[]]>([
    ['checked by an administrator', 'administrator', 'https://app.example/cb', []],
    ['registered by itself', 'dynamic', 'https://app.example/cb', ['No administrator has checked this app']],
    ['described by a document', 'metadata-document', 'https://app.example/cb', ['The app itself states']],
    ['a program here', 'administrator', 'http://127.0.0.1:1/', ['Did you just start this yourself?']],
    ['a program here by itself', 'dynamic', 'http://[::1]:1/', ['Did you just start this yourself?']],
    ['an app here', 'administrator', 'com.example.app:/cb', ['Did you just start this yourself?']],
    ['an app here by itself', 'dynamic', 'cursor://anysphere/cb', ['Did you just start this yourself?']],
    ['both', 'metadata-document', 'http://localhost:1/', ['Did you just start', 'The app itself states']],
  ])('warns about a client %s', (_what, trust, redirectUri, expected) => {
    const page = render({ redirectUri }, { trust });
    const warnings = [...page.matchAll(/<div class="notice warning"><strong>([^<]*)/g)].map(
      ([, title]) => title,
    );
    expect(warnings).toHaveLength(expected.length);
    for (const [index, title] of expected.entries()) expect(warnings[index]).toContain(title);
  });

  it('shows a name as text, whatever it holds, and links to the web only', () => {
    const page = render({}, { name: '</h1><script>alert(1)</script>', uri: 'javascript:alert(1)' });
    expect(page).not.toContain('<script');
    expect(page).not.toContain('javascript:');
    expect(page).toContain('&lt;/h1&gt;&lt;script&gt;');
  });
});

function render(view: Partial<ConsentView>, client: Partial<ConsentView['client']>): string {
  return String(
    consentPage({
      language: 'en',
      path: '/interaction/x',
      action: '/interaction/x/consent',
      anotherAccountPath: '/interaction/x/login',
      csrf: 'token',
      scope: 'read',
      client: {
        name: 'App',
        id: 'https://app.example/client',
        trust: 'administrator',
        uri: undefined,
        policyUri: undefined,
        tosUri: undefined,
        ...client,
      },
      redirectUri: 'https://app.example/cb',
      scopes: [{ name: 'read', description: 'Read', alreadyGranted: false }],
      notGiven: [],
      resources: [],
      user: { username: 'kim', displayName: undefined, email: undefined },
      ...view,
    }),
  );
}
