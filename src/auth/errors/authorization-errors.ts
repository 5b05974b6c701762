import { OAuthError } from './oauth-error.js';

/** RFC 6749 §4.1.2.1: the response type is not one this server offers, or not for this client. */
export class UnsupportedResponseTypeError extends OAuthError {
  readonly status = 400;
  readonly code = 'unsupported_response_type';
}

/** RFC 6749 §4.1.2.1: the person said no, or may have nothing of what was asked for. */
export class AccessDeniedError extends OAuthError {
  readonly status = 403;
  readonly code = 'access_denied';
}

/** OpenID Connect Core 1.0 §3.1.2.6: `prompt=none`, but somebody would have to log in. */
export class LoginRequiredError extends OAuthError {
  readonly status = 400;
  readonly code = 'login_required';
}

/** OpenID Connect Core 1.0 §3.1.2.6: `prompt=none`, but the person would have to be asked. */
export class ConsentRequiredError extends OAuthError {
  readonly status = 400;
  readonly code = 'consent_required';
}

/** OpenID Connect Core 1.0 §3.1.2.6: request objects are not taken (RFC 9101). */
export class RequestNotSupportedError extends OAuthError {
  readonly status = 400;
  readonly code = 'request_not_supported';
}

/** OpenID Connect Core 1.0 §3.1.2.6: only this server's own references are taken, nothing is fetched. */
export class RequestUriNotSupportedError extends OAuthError {
  readonly status = 400;
  readonly code = 'request_uri_not_supported';
}

/** OpenID Connect Core 1.0 §3.1.2.6: the reference is unknown, used, expired or another client's (RFC 9126 §2.2). */
export class InvalidRequestUriError extends OAuthError {
  readonly status = 400;
  readonly code = 'invalid_request_uri';
}
