/**
 * Takes the path of the public URL off a request: some proxies leave it on. So an issuer with a path is found in all
 * three shapes (RFC 8414 §5, OpenID Connect Discovery 1.0 §4), and every route answers with the path and without.
 *
 * @returns what to make of the URL of a request; undefined when the public URL has no path.
 */
export function publicPathRemover(publicUrl: string): ((url: string) => string) | undefined {
  const base = new URL(publicUrl).pathname.replace(/\/$/, '');
  if (base === '') return undefined;
  return (url) => {
    if (!url.startsWith(base)) return url;
    const rest = url.slice(base.length);
    if (rest.startsWith('/')) return rest;
    return rest === '' || rest.startsWith('?') ? `/${rest}` : url;
  };
}
