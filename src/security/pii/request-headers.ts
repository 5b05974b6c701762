export type HeaderValues = Readonly<Record<string, string | readonly string[] | number | undefined>>;

/**
 * Headers that clients, proxies and this service exchange to get a message through: credentials, addresses, formats,
 * correlation. A policy on what a message says has no business with them.
 */
const OF_THE_TRANSPORT =
  /^(?:accept(?:-.*)?|authorization|cache-control|connection|content-.*|cookie|date|dpop|etag|expect|forwarded|host|if-.*|keep-alive|mcp-.*|origin|pragma|priority|proxy-.*|range|ratelimit.*|retry-after|sec-.*|server|set-cookie|strict-transport-security|te|trace.*|trailer|transfer-encoding|upgrade.*|user-agent|vary|via|www-authenticate|access-control-.*|x-(?:forwarded|real|request|correlation|amzn|azure|b3|envoy|content|frame|accel).*)$/i;

/** Headers whose values are somebody's own words; undefined when there is none. */
export function protectedHeaders(headers: HeaderValues): HeaderValues | undefined {
  const own = Object.entries(headers).filter(([name]) => !OF_THE_TRANSPORT.test(name));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}
