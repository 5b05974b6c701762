import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PublicError } from '../../common/public-error.js';
import { RequestContext } from '../../common/request-context.js';
import { pageLanguage } from '../pages/page-language.js';
import { sendPage } from '../pages/page.js';
import type { ErrorKind } from '../pages/texts/page-texts.js';
import { errorPage } from '../pages/views/error-page.js';

const KINDS: Readonly<Record<number, ErrorKind>> = { 400: 'badRequest', 429: 'tooOften', 503: 'unavailable' };

/** Tells the person in front of the browser what a client cannot be told (RFC 6749 §4.1.2.1). */
export function sendErrorPage(
  request: FastifyRequest,
  reply: FastifyReply,
  error: PublicError,
  uiLocales?: string | null,
): void {
  const language = pageLanguage({
    uiLocales: uiLocales ?? undefined,
    acceptLanguage: request.headers['accept-language'],
  });
  const page = errorPage({
    language,
    kind: KINDS[error.status] ?? 'internal',
    detail: error.publicDetail,
    correlationId: RequestContext.current()?.correlationId ?? '',
  });
  void reply.headers(error.headers);
  sendPage(reply, error.status, page);
}
