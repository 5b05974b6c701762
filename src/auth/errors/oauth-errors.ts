import { NO_STORE, OAuthError } from './oauth-error.js';

/** RFC 6749 §5.2: a parameter is missing, repeated or malformed, or two ways to authenticate were used. */
export class InvalidRequestError extends OAuthError {
  readonly status = 400;
  readonly code = 'invalid_request';
}

/** RFC 6749 §5.2: the client is unknown or could not prove who it is. The answer never says which. */
export class InvalidClientError extends OAuthError {
  readonly status = 401;
  readonly code = 'invalid_client';
  override readonly headers = { ...NO_STORE, 'WWW-Authenticate': 'Basic realm="gatehouse", charset="UTF-8"' };

  constructor(reason: string, options?: { cause?: unknown }) {
    super('Client authentication failed.', { ...options, reason });
  }
}

/** RFC 6749 §5.2: the code, assertion or refresh token is not valid, or belongs to another client. */
export class InvalidGrantError extends OAuthError {
  readonly status = 400;
  readonly code = 'invalid_grant';
}

/** RFC 6749 §5.2: the client is known but may not use this grant. */
export class UnauthorizedClientError extends OAuthError {
  readonly status = 400;
  readonly code = 'unauthorized_client';
}

/** RFC 6749 §5.2: the server does not offer this grant. */
export class UnsupportedGrantTypeError extends OAuthError {
  readonly status = 400;
  readonly code = 'unsupported_grant_type';
}

/** RFC 6749 §5.2: a scope is unknown, malformed or more than the client may ask. */
export class InvalidScopeError extends OAuthError {
  readonly status = 400;
  readonly code = 'invalid_scope';
}

/** RFC 8707 §2: the resource is malformed, unknown or not one the client may reach. */
export class InvalidTargetError extends OAuthError {
  readonly status = 400;
  readonly code = 'invalid_target';
}

/** RFC 7591 §3.2.2: the metadata are not valid, or more than a client may have. */
export class InvalidClientMetadataError extends OAuthError {
  readonly status = 400;
  readonly code = 'invalid_client_metadata';
}

/** RFC 7591 §3.2.2: nobody may be redirected there. */
export class InvalidRedirectUriError extends OAuthError {
  readonly status = 400;
  readonly code = 'invalid_redirect_uri';
}

/** RFC 7591 §3 and RFC 7592 §2: the initial or registration access token is missing or not good for this. */
export class InvalidRegistrationTokenError extends OAuthError {
  readonly status = 401;
  readonly code = 'invalid_token';
  override readonly headers = { ...NO_STORE, 'WWW-Authenticate': 'Bearer realm="gatehouse"' };

  constructor(reason: string) {
    super('A token that is good for this registration is needed.', { reason });
  }
}

/** RFC 9110 §15.5.6: the endpoint exists, but not for this method. */
export class MethodNotAllowedError extends OAuthError {
  readonly status = 405;
  readonly code = 'invalid_request';
  override readonly headers: Readonly<Record<string, string>>;

  constructor(allowed: readonly string[]) {
    super(`This endpoint answers ${allowed.join(', ')} only.`);
    this.headers = { ...NO_STORE, Allow: allowed.join(', ') };
  }
}
