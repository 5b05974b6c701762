import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply } from 'fastify';
import type { Language } from '../../common/preferred-language.js';
import { pageLanguage } from './page-language.js';

/** What of a request tells the language of its person. */
export interface LanguageRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const COOKIE = 'gatehouse-language';
const YEAR_SECONDS = 31_536_000;

/**
 * The language of a page: what the person chose on one of ours, else what the client asked for, else the browser's.
 *
 * @param uiLocales of the authorization request that waits, if one does.
 */
export function requestLanguage(
  { url, headers }: LanguageRequest,
  uiLocales?: string | readonly string[],
): Language {
  const asked = askedFor(url);
  const chosen = isLanguage(asked) ? asked : parseCookie(single(headers['cookie']) ?? '')[COOKIE];
  return pageLanguage({
    chosen,
    uiLocales: uiLocales ?? asked,
    acceptLanguage: single(headers['accept-language']),
  });
}

/** Keeps the person's choice for the pages to come. It is no secret, and nothing is decided by it but words. */
export function rememberLanguage(reply: FastifyReply): void {
  const asked = askedFor(reply.request.url);
  if (!isLanguage(asked)) return;
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: YEAR_SECONDS } as const;
  void reply.header('set-cookie', stringifySetCookie({ name: COOKIE, value: asked, ...attributes }));
}

function askedFor(url: string): string | undefined {
  const queryAt = url.indexOf('?');
  return queryAt < 0 ? undefined : (new URLSearchParams(url.slice(queryAt)).get('ui_locales') ?? undefined);
}

function isLanguage(text: string | undefined): text is Language {
  return text === 'ko' || text === 'en';
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? undefined : header;
}
