import type { FastifyReply } from 'fastify';
import { html, Html } from '../../common/html.js';
import type { Language } from '../../common/preferred-language.js';
import { BRAND, ICON_URI } from './brand.js';
import { contentSecurityPolicy, type PagePermissions } from './content-security-policy.js';
import { STYLESHEET, STYLESHEET_SOURCE } from './stylesheet.js';
import { PAGE_TEXTS } from './texts/catalogue.js';

/** One page for a person. */
export interface Page {
  readonly language: Language;
  /** Of the window; the heading stands in the body. */
  readonly title: string;
  readonly body: Html;
  /** Set when the person has to do something again; said first in the window's title. */
  readonly failed?: boolean;
  readonly wide?: boolean;
  /** Page to come back to in the other language; without it no other language is offered. */
  readonly path?: string;
  /** The one script of the page. */
  readonly script?: Html;
}

/** What a page may do beside showing itself; see `contentSecurityPolicy`. */
export type PageOptions = Omit<PagePermissions, 'styleSource'>;

// The sheet holds none of the characters that end a style element, and escaping would change its hash.
const STYLE = new Html(`<style>${STYLESHEET}</style>`);

/** The whole document: landmarks, skip link, brand, the one style sheet, and the way to the other language. */
export function renderPage(page: Page): Html {
  const texts = PAGE_TEXTS[page.language];
  const title = page.failed === true ? `${texts.common.failed}: ${page.title}` : page.title;
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="theme-color" content="#f4f2ec" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#10161b" media="(prefers-color-scheme: dark)">
<title>${title} · Gatehouse</title>
<link rel="icon" href="${ICON_URI}">
${STYLE}
</head>
<body${page.wide === true && html` class="wide"`}>
<a class="skip" href="#content">${texts.common.skip}</a>
<header class="banner">${BRAND}</header>
<main id="content">
${page.body}
</main>
<footer>${page.path !== undefined && otherLanguage(page.language, page.path)}</footer>
${page.script}
</body>
</html>
`;
}

/**
 * Sends the page with everything that keeps others from framing, caching, reading or extending it.
 * `same-origin` and not `no-referrer`: under the latter browsers send `Origin: null` with our own forms
 * (Fetch §3.2), and a form could not be told from a foreign one. Other sites learn no address either way.
 */
export function sendPage(reply: FastifyReply, status: number, page: Html, options: PageOptions = {}): void {
  void reply.status(status).headers(pageHeaders(options)).send(page.toString());
}

/** The headers of every page. */
export function pageHeaders(options: PageOptions = {}): Readonly<Record<string, string>> {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': contentSecurityPolicy({ styleSource: STYLESHEET_SOURCE, ...options }),
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}

function otherLanguage(language: Language, path: string): Html {
  const [other, name] = language === 'ko' ? (['en', 'English'] as const) : (['ko', '한국어'] as const);
  const separator = path.includes('?') ? '&' : '?';
  return html`<a href="${path}${separator}ui_locales=${other}" hreflang="${other}" lang="${other}">${name}</a>`;
}
