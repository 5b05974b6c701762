/** Where each OAuth endpoint answers; the bare path is for MCP clients that fall back to default paths. */
export const TOKEN_PATHS = ['/oauth2/token', '/token'] as const;
export const AUTHORIZATION_PATHS = ['/oauth2/authorize', '/authorize'] as const;
export const REGISTRATION_PATHS = ['/oauth2/register', '/register'] as const;
export const REVOCATION_PATHS = ['/oauth2/revoke', '/revoke'] as const;
export const INTROSPECTION_PATH = '/oauth2/introspect';
export const PUSHED_AUTHORIZATION_PATH = '/oauth2/par';
export const USERINFO_PATH = '/oauth2/userinfo';
export const END_SESSION_PATH = '/oauth2/logout';

const OAUTH_PREFIX = '/oauth2/';
/** Endpoints that take a form by POST and nothing else (RFC 6749 §3.2). */
const FORM_ENDPOINTS = new Set<string>([
  ...TOKEN_PATHS,
  ...REVOCATION_PATHS,
  INTROSPECTION_PATH,
  PUSHED_AUTHORIZATION_PATH,
]);

/** The bare path too, and each client's below it (RFC 7592 §2). */
const REGISTRATION = /^\/register(\/|$)/;

/** Whether errors at the path are spoken in RFC 6749's words. */
export function isOAuthEndpoint(path: string): boolean {
  return path.startsWith(OAUTH_PREFIX) || FORM_ENDPOINTS.has(path) || REGISTRATION.test(path);
}

/** Whether the path takes a form by POST and nothing else. */
export function isFormEndpoint(path: string): boolean {
  return FORM_ENDPOINTS.has(path);
}

/** Where people are, not programs: what goes wrong there is told on a page. */
export const INTERACTION_PATH = '/interaction';
export const LOGIN_PATH = '/login';
export const ACCOUNT_PATH = '/account';
export const IDENTITY_PROVIDER_PATH = '/identity-providers';
/** Where people allow Gatehouse to act for them at other MCP servers. */
export const UPSTREAM_GRANTS_PATH = '/upstreams';

const PAGES = new Set<string>([
  ...AUTHORIZATION_PATHS,
  END_SESSION_PATH,
  LOGIN_PATH,
  ACCOUNT_PATH,
  UPSTREAM_GRANTS_PATH,
]);
const BELOW_PAGES = [
  INTERACTION_PATH,
  LOGIN_PATH,
  ACCOUNT_PATH,
  IDENTITY_PROVIDER_PATH,
  UPSTREAM_GRANTS_PATH,
].map((path) => `${path}/`);

/** Whether a person at a browser reads what the path answers. */
export function isPage(path: string): boolean {
  return PAGES.has(path) || BELOW_PAGES.some((prefix) => path.startsWith(prefix));
}
