import type { ErrorFormat } from '../../common/error-format.js';
import type { PublicError } from '../../common/public-error.js';
import { isOAuthEndpoint } from '../oauth-endpoints.js';
import { OAuthError, toErrorText } from './oauth-error.js';

/** RFC 6749 §5.2 bodies at every OAuth endpoint, whatever refused the request. */
export const oauthErrorFormat = {
  handles: isOAuthEndpoint,
  body: (error: PublicError) => ({
    contentType: 'application/json',
    body: { error: codeOf(error), error_description: toErrorText(error.publicDetail) },
  }),
} satisfies ErrorFormat;

/** Errors that OAuth has no code for get the nearest registered one: RFC 6749 §4.1.2.1 names those of a server in trouble. */
function codeOf(error: PublicError): string {
  if (error instanceof OAuthError) return error.code;
  if (error.status === 429 || error.status === 503) return 'temporarily_unavailable';
  return error.status >= 500 ? 'server_error' : 'invalid_request';
}
