import type { OperationText, ParameterObject } from './operation-text.js';

const TEXT = { type: 'string' };
const FORM = 'application/x-www-form-urlencoded';

/** Parameters of an authorization request, with what is particular to this server. */
const AUTHORIZATION: Readonly<
  Record<string, { description: string; required?: boolean; several?: boolean }>
> = {
  client_id: { description: 'As registered, or the URL of a metadata document.', required: true },
  redirect_uri: { description: 'One of the client’s, to the letter; only the port of a loopback is free.' },
  response_type: { description: '`code`', required: true },
  response_mode: { description: '`query` or `form_post`' },
  scope: {
    description:
      'Separated by blanks, each one the client is registered for; without it the default scope of the client.',
  },
  state: { description: 'Comes back as it is.' },
  nonce: { description: 'Goes into the ID token.' },
  code_challenge: { description: 'RFC 7636, for every client.', required: true },
  code_challenge_method: { description: '`S256`', required: true },
  resource: { description: 'RFC 8707, may be repeated.', several: true },
  prompt: { description: '`none`, or any of `login`, `consent` and `select_account`.' },
  max_age: { description: 'Seconds since the person last logged in.' },
  login_hint: { description: 'Fills in who logs in.' },
  ui_locales: { description: '`ko` or `en` for the pages.' },
  id_token_hint: { description: 'Nobody but this person.' },
  request_uri: { description: 'Of a pushed request (RFC 9126); nothing else is taken.' },
};

const LOGOUT: typeof AUTHORIZATION = {
  id_token_hint: { description: 'An ID token of the login that is to end; then nobody is asked.' },
  client_id: { description: 'Unless the ID token says it.' },
  post_logout_redirect_uri: { description: 'One of the client’s, to the letter.' },
  state: { description: 'Comes back as it is.' },
  ui_locales: { description: '`ko` or `en` for the page.' },
};

const PUSHED_ANSWER = {
  type: 'object',
  required: ['request_uri', 'expires_in'],
  properties: { request_uri: TEXT, expires_in: { type: 'integer', description: 'Seconds' } },
};

const USERINFO_ANSWER = {
  type: 'object',
  required: ['sub'],
  properties: {
    sub: TEXT,
    name: TEXT,
    preferred_username: TEXT,
    email: TEXT,
    email_verified: { type: 'boolean' },
  },
};

const PAGE = { 'text/html': { schema: TEXT } };
const REDIRECTION = { 303: { description: 'To a page of this server, or back to the client' } };
/** People are told on a page. */
const PAGE_REFUSALS = {
  400: { description: 'There is no client that could be answered; a page says why.', content: PAGE },
  429: { description: 'Too many requests from here; Retry-After says when to come back.', content: PAGE },
  503: { description: 'Something this depends on does not answer; a page says so.', content: PAGE },
};
const PAGES = { answers: PAGE, responses: { ...REDIRECTION, ...PAGE_REFUSALS } };
const USERINFO = { answers: { 'application/json': { schema: USERINFO_ANSWER } } };

/** The authorization endpoint and what belongs to it. */
export const AUTHORIZATION_OPERATIONS: Readonly<Record<string, OperationText>> = {
  AuthorizeController_get: {
    summary: 'Authorization endpoint (RFC 6749 §3.1), for browsers',
    parameters: queryOf(AUTHORIZATION),
    ...PAGES,
  },
  AuthorizeController_post: {
    summary: 'Authorization endpoint, by form (OpenID Connect Core 1.0 §3.1.2.1)',
    requestBody: bodyOf(AUTHORIZATION),
    ...PAGES,
  },
  PushedAuthorizationController_push: {
    summary: 'Pushed authorization request (RFC 9126)',
    description:
      'The client authenticates as at the token endpoint, and sends what it would have the browser send.',
    requestBody: bodyOf(AUTHORIZATION),
    responses: {
      201: { description: 'Kept for one use', content: { 'application/json': { schema: PUSHED_ANSWER } } },
    },
  },
  UserInfoController_get: { summary: 'Who the person is (OpenID Connect Core 1.0 §5.3)', ...USERINFO },
  UserInfoController_post: { summary: 'Who the person is, by POST', ...USERINFO },
  EndSessionController_get: {
    summary: 'Logout that a client asks for (OpenID Connect RP-Initiated Logout 1.0)',
    parameters: queryOf(LOGOUT),
    ...PAGES,
  },
  EndSessionController_post: {
    summary: 'Logout that a client asks for by form, or that the person confirms',
    requestBody: bodyOf(LOGOUT),
    ...PAGES,
  },
};

function queryOf(parameters: typeof AUTHORIZATION): ParameterObject[] {
  return Object.entries(parameters).map(([name, { description, required = false, several = false }]) => ({
    name,
    in: 'query',
    required,
    description,
    schema: several ? { type: 'array', items: TEXT } : TEXT,
  })) as ParameterObject[];
}

function bodyOf(parameters: typeof AUTHORIZATION): NonNullable<OperationText['requestBody']> {
  const properties = Object.entries(parameters).map(([name, { description, several = false }]) => [
    name,
    { ...(several ? { type: 'array', items: TEXT } : TEXT), description },
  ]);
  const schema = { type: 'object', properties: Object.fromEntries(properties) as Record<string, object> };
  return { required: true, content: { [FORM]: { schema } } } as NonNullable<OperationText['requestBody']>;
}
