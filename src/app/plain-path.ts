/** RFC 3986 §2.3: characters that mean the same whether they are encoded or not. */
const ENCODED_UNRESERVED = /%(?:2[DE]|3\d|[46][1-9A-F]|[57][\dA]|5F|7E)/gi;

/**
 * Writes a request's path in the one form that everything here compares with (RFC 3986 §6.2.2.2): the router would
 * find `/mcp` behind `/%6dcp` all the same, and whoever looks at the path by itself would not.
 */
export function plainPath(url: string): string {
  if (!url.includes('%')) return url;
  const queryAt = url.indexOf('?');
  const path = queryAt < 0 ? url : url.slice(0, queryAt);
  return path.replace(ENCODED_UNRESERVED, decodeURIComponent) + url.slice(path.length);
}
