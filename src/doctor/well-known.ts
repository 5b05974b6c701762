/** RFC 9728 §3.1: the path of the resource follows the well-known part; clients then look at the root. */
export function resourceMetadataPlaces(url: string): string[] {
  const { origin, pathname, search } = new URL(url);
  const path = withoutSlash(pathname);
  const places = [`${origin}/.well-known/oauth-protected-resource${path}${search}`];
  return path === '' ? places : [...places, `${origin}/.well-known/oauth-protected-resource`];
}

/** In the order of MCP 2026-07-28, authorization server discovery: RFC 8414 §3.1, then OpenID Connect in both shapes. */
export function serverMetadataPlaces(issuer: string): string[] {
  const { origin, pathname } = new URL(issuer);
  const path = withoutSlash(pathname);
  const inserted = [
    `${origin}/.well-known/oauth-authorization-server${path}`,
    `${origin}/.well-known/openid-configuration${path}`,
  ];
  return path === '' ? inserted : [...inserted, `${origin}${path}/.well-known/openid-configuration`];
}

/** Whether two texts are the same but for one slash at the end. */
export function differBySlash(one: string, other: string): boolean {
  return one !== other && (one === `${other}/` || other === `${one}/`);
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
