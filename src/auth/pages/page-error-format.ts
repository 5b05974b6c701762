import type { ErrorFormat } from '../../common/error-format.js';
import { ProblemError } from '../../common/problem-error.js';
import type { PublicError } from '../../common/public-error.js';
import { isPage } from '../oauth-endpoints.js';
import { pageHeaders } from './page.js';
import { requestLanguage } from './request-language.js';
import type { ErrorKind } from './texts/page-texts.js';
import { errorPage } from './views/error-page.js';

const BY_STATUS: Readonly<Record<number, ErrorKind>> = {
  403: 'forbidden',
  404: 'notFound',
  405: 'notFound',
  429: 'tooOften',
  503: 'unavailable',
};
/** What these are about is said in the person's own language; the rest needs the server's words. */
const EXPLAINED: ReadonlySet<ErrorKind> = new Set(['expired', 'forgedForm', 'notFound', 'internal']);

/** Problem codes that a person can do something particular about. */
export const FORGED_FORM = 'forged-form';
export const INTERACTION_OVER = 'interaction-over';

/** A page with what happened and what to do, wherever people are. */
export const pageErrorFormat: ErrorFormat = {
  handles: isPage,
  body: (error, request) => {
    const kind = kindOf(error);
    const detail = EXPLAINED.has(kind) ? undefined : error.publicDetail;
    const language = requestLanguage(request);
    return {
      contentType: 'text/html; charset=utf-8',
      headers: pageHeaders(),
      body: errorPage({ language, kind, detail, correlationId: request.correlationId }).toString(),
    };
  },
};

function kindOf(error: PublicError): ErrorKind {
  const code = error instanceof ProblemError ? error.code : undefined;
  if (code === FORGED_FORM) return 'forgedForm';
  if (code === INTERACTION_OVER) return 'expired';
  return BY_STATUS[error.status] ?? (error.status >= 500 ? 'internal' : 'badRequest');
}
