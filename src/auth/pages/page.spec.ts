import { html } from '../../common/html.js';
import { digestToken } from '../../security/crypto/index.js';
import { contentSecurityPolicy } from './content-security-policy.js';
import { pageLanguage } from './page-language.js';
import { pageHeaders, renderPage } from './page.js';
import { STYLESHEET } from './stylesheet.js';
import { formPostPage, FORM_POST_SCRIPT_SOURCE } from './views/form-post-page.js';

const page = (language: 'ko' | 'en' = 'ko') =>
  String(renderPage({ language, title: '<i>', body: html`<h1>${'<b>'}</h1>`, path: '/login' }));

describe('renderPage', () => {
  it('escapes what it is given and says its language', () => {
    expect(page()).toContain('<html lang="ko">');
    expect(page()).toContain('<h1>&lt;b&gt;</h1>');
    expect(page()).toContain('<title>&lt;i&gt; · Gatehouse</title>');
    expect(page('en')).toContain('href="/login?ui_locales=ko"');
  });

  it('allows the one style sheet it holds, to the octet', () => {
    const [, sheet = ''] = /<style>([\s\S]*?)<\/style>/.exec(page()) ?? [];
    expect(sheet).toBe(STYLESHEET);
    expect(pageHeaders()['Content-Security-Policy']).toContain(`style-src ${sourceOf(sheet)}`);
  });

  it('allows no script, except the one that posts an authorization response', () => {
    expect(page()).not.toContain('<script');
    expect(pageHeaders()['Content-Security-Policy']).not.toContain('script-src');
    const formPost = String(
      formPostPage({
        language: 'en',
        action: 'https://client.example/cb?a="',
        parameters: { state: '"><script>' },
      }),
    );
    const scripts = [...formPost.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
      ([, script]) => script ?? '',
    );
    expect(scripts.map(sourceOf)).toEqual([FORM_POST_SCRIPT_SOURCE]);
    expect(formPost).toContain('value="&quot;&gt;&lt;script&gt;"');
  });
});

describe('contentSecurityPolicy', () => {
  it.each([
    ['our own forms', [], "form-action 'self';"],
    ['a client on the web', ['https://client.example/cb'], "form-action 'self' https:;"],
    ['a program on this computer', ['http://127.0.0.1:4711/cb'], "form-action 'self' https: http:;"],
    ['a program at an IPv6 address', ['http://[::1]:4711/cb'], "form-action 'self' https: http:;"],
    [
      'an app with a scheme of its own',
      ['com.example.app:/cb'],
      "form-action 'self' https: com.example.app:;",
    ],
    ['what is no URI', ["'unsafe-inline'; script-src *"], "form-action 'self' https:;"],
  ])('lets a form lead to %s', (_what, formTargets, expected) => {
    expect(contentSecurityPolicy({ styleSource: "'self'", formTargets })).toContain(expected);
  });

  it('frames nothing, is framed by nobody and loads nothing', () => {
    const policy = contentSecurityPolicy({ styleSource: "'self'" }).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]),
    );
  });
});

describe('pageLanguage', () => {
  it.each([
    [{}, 'ko'],
    [{ acceptLanguage: 'en-GB,en;q=0.9' }, 'en'],
    [{ acceptLanguage: 'fr' }, 'ko'],
    [{ uiLocales: 'fr-CA en ko', acceptLanguage: 'ko' }, 'en'],
    [{ uiLocales: ['de', 'ko-KR'], acceptLanguage: 'en' }, 'ko'],
    [{ uiLocales: 'fr', acceptLanguage: 'en' }, 'en'],
    [{ chosen: 'en', uiLocales: 'ko', acceptLanguage: 'ko' }, 'en'],
    [{ chosen: '<script>', uiLocales: 'en' }, 'en'],
  ])('%j is read in %s', (hints, expected) => {
    expect(pageLanguage(hints)).toBe(expected);
  });
});

function sourceOf(text: string): string {
  const base64 = Buffer.from(digestToken(text), 'base64url').toString('base64');
  return `'sha256-${base64}'`;
}
