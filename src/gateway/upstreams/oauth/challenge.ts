/** Why an upstream refused a request, and what it would take (RFC 6750 §3, RFC 9728 §5.1). Everything is its word. */
export interface Challenge {
  readonly status: 401 | 403;
  readonly error: string | undefined;
  /** Undefined when it names none. */
  readonly scopes: readonly string[] | undefined;
  readonly resourceMetadata: string | undefined;
}

/** More than any server needs to say; the rest is not looked at. */
const MAXIMUM_LENGTH = 4_096;
const MAXIMUM_SCOPES = 64;
const BEARER = /(?:^|,\s*)Bearer(?:\s+|\s*$)/i;
const PARAMETER = /([A-Za-z_-]{1,64})\s*=\s*(?:"((?:[^"\\]|\\[^])*)"|([^\s,"]+))/g;
const SCOPE_TOKEN = /^[\x21\x23-\x5B\x5D-\x7E]{1,256}$/;

/** Undefined for an answer that refuses nobody. */
export function challengeIn(
  status: number | undefined,
  header: string | string[] | undefined,
): Challenge | undefined {
  if (status !== 401 && status !== 403) return undefined;
  const text = [header ?? []].flat().join(', ').slice(0, MAXIMUM_LENGTH);
  const at = BEARER.exec(text);
  const parameters =
    at === null ? new Map<string, string>() : parametersOf(text.slice(at.index + at[0].length));
  const scopes = parameters
    .get('scope')
    ?.split(' ')
    .filter((scope) => SCOPE_TOKEN.test(scope));
  return {
    status,
    error: parameters.get('error'),
    scopes: scopes === undefined || scopes.length === 0 ? undefined : scopes.slice(0, MAXIMUM_SCOPES),
    resourceMetadata: parameters.get('resource_metadata'),
  };
}

/** The first of each name: what follows may belong to another scheme. */
function parametersOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, plain] of text.matchAll(PARAMETER)) {
    const value = quoted?.replace(/\\([^])/g, '$1') ?? plain ?? '';
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value);
  }
  return found;
}
