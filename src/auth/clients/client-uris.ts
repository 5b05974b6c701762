import type { ApplicationType } from './client.js';

/** RFC 8252 §7.3; the last is what programs write nevertheless (§8.3). */
const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);
/** Visible ASCII without what parsers read differently: backslash, quotes, angle brackets. */
const PLAIN_URI = /^[\x21\x23-\x3B\x3D\x3F-\x5B\x5D\x5F\x61-\x7E]{1,2000}$/;
/** RFC 8252 §7.1: a domain name turned around, so that it is somebody's; it has a dot. */
const PRIVATE_USE_SCHEME = /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/;

/**
 * Schemes without a dot that native applications may use all the same, colon included. Never all of them: the system
 * hands many to programs that act on what they are given, and a redirection would be a way to reach those.
 */
export type AppSchemes = readonly string[];

/** Whether the URI leads to a program on the person's own machine. */
export function isLoopbackUri(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  return protocol === 'http:' && LOOPBACK_HOSTS.has(hostname);
}

/** What the redirect URIs say of the client that does not say it: only programs on a person's machine have such ones. */
export function applicationTypeOf(redirectUris: readonly string[], appSchemes: AppSchemes): ApplicationType {
  return redirectUris.some((uri) => isNativeUri(uri, appSchemes)) ? 'native' : 'web';
}

/**
 * Why nobody may be redirected there; undefined when they may. `https` for everybody, loopback `http` and
 * private-use schemes for native applications (RFC 8252 §7), nothing else: `javascript:` and `data:` act in the page.
 */
export function redirectUriMistake(
  uri: string,
  applicationType: ApplicationType,
  appSchemes: AppSchemes,
): string | undefined {
  if (!PLAIN_URI.test(uri) || !URL.canParse(uri)) return 'must be an absolute URI';
  if (uri.includes('#')) return 'must not have a fragment';
  const { protocol, username, password, hostname } = new URL(uri);
  if (username !== '' || password !== '') return 'must not have user information';
  if (protocol === 'https:') return hostname === '' ? 'must have a host' : undefined;
  if (isNativeUri(uri, appSchemes)) {
    return applicationType === 'native' ? undefined : 'is for application_type native only';
  }
  return 'must be https, a loopback http address or a scheme that an app may have (NATIVE_APP_SCHEMES)';
}

/** Why the URL of a document or a key set is not taken; undefined when it is. */
export function webUrlMistake(url: string): string | undefined {
  if (!PLAIN_URI.test(url) || !URL.canParse(url)) return 'must be an absolute URL';
  const { protocol, username, password } = new URL(url);
  if (username !== '' || password !== '') return 'must not have user information';
  return protocol === 'https:' ? undefined : 'must be https';
}

function isNativeUri(uri: string, appSchemes: AppSchemes): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol } = new URL(uri);
  return isLoopbackUri(uri) || PRIVATE_USE_SCHEME.test(protocol) || appSchemes.includes(protocol);
}
