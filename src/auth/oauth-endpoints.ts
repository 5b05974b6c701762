/** Where each OAuth endpoint answers; the bare path is for MCP clients that fall back to default paths. */
export const TOKEN_PATHS = ['/oauth2/token', '/token'] as const;

const OAUTH_PREFIX = '/oauth2/';
/** Endpoints that take a form by POST and nothing else (RFC 6749 §3.2). */
const FORM_ENDPOINTS = new Set<string>(TOKEN_PATHS);

/** Whether errors at the path are spoken in RFC 6749's words. */
export function isOAuthEndpoint(path: string): boolean {
  return path.startsWith(OAUTH_PREFIX) || FORM_ENDPOINTS.has(path);
}

/** Whether the path takes a form by POST and nothing else. */
export function isFormEndpoint(path: string): boolean {
  return FORM_ENDPOINTS.has(path);
}
