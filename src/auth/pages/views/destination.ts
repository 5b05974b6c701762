/** Where an answer goes, as a person can judge it. */
export interface Destination {
  readonly kind: 'site' | 'loopback' | 'app';
  /** Host with its port, in ASCII: a look-alike in another script shows as `xn--…`. The scheme for an app. */
  readonly name: string;
}

const LOOPBACK_HOST = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** RFC 8252 §7: a site, a program that listens on this computer, or an app that owns a scheme. */
export function describeDestination(redirectUri: string): Destination {
  const { protocol, host, hostname } = new URL(redirectUri);
  if (protocol !== 'https:' && protocol !== 'http:') return { kind: 'app', name: protocol };
  return { kind: LOOPBACK_HOST.test(hostname) ? 'loopback' : 'site', name: host };
}

/** A link a client may put before a person: to the web and nothing else. */
export function webLink(
  uri: string | undefined,
): { readonly href: string; readonly host: string } | undefined {
  if (uri === undefined || !URL.canParse(uri)) return undefined;
  const { protocol, href, host } = new URL(uri);
  return protocol === 'https:' || protocol === 'http:' ? { href, host } : undefined;
}
