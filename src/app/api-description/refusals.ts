const OAUTH_PATH = /^\/(oauth2\/|token$|register(\/|$))/;
const MCP_PATH = /^\/mcp(\/|$)/;
const PRESIDIO_PATH = /^\/pii\/(analyze|supportedentities|recognizers|(de)?anonymize(rs)?|health)$/;

const TEXT = { type: 'string' };

/** RFC 9457 §3.1. */
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: TEXT,
    status: { type: 'integer' },
    detail: TEXT,
    invalid_params: { type: 'array', items: TEXT },
  },
};

/** RFC 6749 §5.2. */
const OAUTH_ERROR = {
  type: 'object',
  required: ['error', 'error_description'],
  properties: { error: TEXT, error_description: TEXT },
};

/** JSON-RPC 2.0 §5.1. */
const JSON_RPC_ERROR = {
  type: 'object',
  required: ['jsonrpc', 'id', 'error'],
  properties: {
    jsonrpc: { const: '2.0' },
    id: { type: ['string', 'integer', 'null'] },
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'integer' }, message: TEXT, data: {} },
    },
  },
};

/** Presidio's. */
const PRESIDIO_ERROR = { type: 'object', required: ['error'], properties: { error: TEXT } };

export const ERROR_SCHEMAS = {
  Problem: PROBLEM,
  OAuthError: OAUTH_ERROR,
  JsonRpcError: JSON_RPC_ERROR,
  PresidioError: PRESIDIO_ERROR,
};

const MEANINGS: Readonly<Record<number, string>> = {
  400: 'The request is malformed; the body says what is wrong.',
  401: 'The credential is missing or refused; WWW-Authenticate says what would do.',
  403: 'The credential is good and its scopes are not enough; WWW-Authenticate names those needed.',
  413: 'The body is larger than this server accepts.',
  415: 'The body is not of the content type documented.',
  422: 'The body has the right shape and says something impossible.',
  429: 'Too many requests; Retry-After says when to come back.',
  503: 'Something this depends on does not answer; Retry-After says when to come back.',
};

const OF_EVERY_ROUTE = [400, 429, 503];
const OF_PROTECTED_ROUTES = [401, 403];
const OF_BODIES = [413, 415];

/** The refusals of a route with the body that its door gives them. */
export function refusalsOf(
  path: string,
  route: { isPublic: boolean; method: string },
): Record<string, object> {
  const statuses = [
    ...OF_EVERY_ROUTE,
    ...(route.isPublic ? [] : OF_PROTECTED_ROUTES),
    ...(route.method === 'post' ? OF_BODIES : []),
    ...(route.method === 'post' && PRESIDIO_PATH.test(path) ? [422] : []),
    // Clients authenticate at the token endpoint itself; a wrong content type is 400 there (RFC 6749 §5.2).
    ...(OAUTH_PATH.test(path) ? [401] : []),
  ].filter((status) => !(status === 415 && OAUTH_PATH.test(path)));
  const content = contentAt(path);
  return Object.fromEntries(
    statuses.map((status) => [String(status), { description: MEANINGS[status], content }]),
  );
}

function contentAt(path: string): Record<string, object> {
  if (MCP_PATH.test(path)) return content('application/json', 'JsonRpcError');
  if (PRESIDIO_PATH.test(path)) return content('application/json', 'PresidioError');
  return OAUTH_PATH.test(path)
    ? content('application/json', 'OAuthError')
    : content('application/problem+json', 'Problem');
}

function content(mediaType: string, schema: keyof typeof ERROR_SCHEMAS): Record<string, object> {
  return { [mediaType]: { schema: { $ref: `#/components/schemas/${schema}` } } };
}
