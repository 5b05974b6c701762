import type { ForgeryReason } from './forged-form-error.js';

export interface FormHeaders {
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
  readonly host?: string | undefined;
}

/**
 * Whether the browser says that the form comes from elsewhere (RFC 9700 §4.7); undefined when it does not.
 * Programs send neither header: them the token has to convince, as it has to convince of every form.
 *
 * @param publicUrl decides the scheme; behind a proxy the request itself does not know it.
 */
export function foreignness(headers: FormHeaders, publicUrl: string): ForgeryReason | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return 'foreign_site';
  const { origin } = headers;
  if (origin === undefined || isOwn(origin, headers.host, new URL(publicUrl))) return undefined;
  // A privacy extension may blank the origin of our own form; then the browser's word on the site counts.
  return origin === 'null' && site === 'same-origin' ? undefined : 'foreign_origin';
}

/** Ours by the public URL, or by the Host of this very request, which has been checked to be one of ours. */
function isOwn(origin: string, host: string | undefined, own: URL): boolean {
  if (origin === own.origin) return true;
  return host !== undefined && origin === `${own.protocol}//${host.toLowerCase()}`;
}
