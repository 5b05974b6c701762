import { error, warning, type Finding } from '../finding.js';
import { isUrl, stringsOf, type JsonObject } from '../json.js';
import { quoted } from '../quoted.js';
import { differBySlash } from '../well-known.js';

/**
 * What is wrong with protected resource metadata (RFC 9728 §2, §3.3).
 *
 * @param url of the MCP endpoint, as a client is told it.
 */
export function findingsOfResourceDocument(document: JsonObject, url: string): Finding[] {
  const { resource } = document;
  if (!isUrl(resource)) {
    return [
      error(
        'resource_metadata_invalid',
        {
          problem: `The protected resource metadata has no resource, or one that is no URL (${quoted(resource)}).`,
          mend: `Put "resource": "${url}" into it (RFC 9728 section 2).`,
        },
        [],
      ),
    ];
  }
  return [...aboutResource(resource, url), ...aboutServers(document)];
}

/** The resource, where a client can use the document at all. */
export function resourceOf(document: JsonObject): string | undefined {
  return isUrl(document['resource']) ? document['resource'] : undefined;
}

/** The authorization server that clients go to: the first. */
export function authorizationServerOf(document: JsonObject): string | undefined {
  return stringsOf(document['authorization_servers'])?.find((each) => URL.canParse(each));
}

function aboutResource(resource: string, url: string): Finding[] {
  if (isSame(resource, url)) return [];
  const allowed = isAllowed(resource, url);
  const stops = allowed ? [] : undefined;
  if (differBySlash(resource, url)) {
    return [
      error(
        'slash_mismatch',
        {
          problem: `The metadata says resource ${quoted(resource)}, but clients are told ${url}: they differ by the slash at the end.`,
          mend: `Use one of the two everywhere. Say "resource": "${url}" in the metadata, or give people the URL with the other ending (and take tokens for it).`,
        },
        stops,
      ),
    ];
  }
  if (allowed) {
    return [
      warning('broader_resource', {
        problem: `The metadata is about ${quoted(resource)}, which is more than ${url}. The official clients take it; strict ones do not.`,
        mend: `Say "resource": "${url}" in it, byte for byte (RFC 9728 section 3.3).`,
      }),
    ];
  }
  return [
    error('wrong_resource', {
      problem: `The metadata says resource ${quoted(resource)}, but clients call ${url}. They refuse it, for it may be another's.`,
      mend: `Say "resource": "${url}" in it. Behind a proxy, tell the server the public URL that people use.`,
    }),
  ];
}

function aboutServers(document: JsonObject): Finding[] {
  if (authorizationServerOf(document) !== undefined) return [];
  return [
    error(
      'no_authorization_server',
      {
        problem: 'The protected resource metadata names no authorization server, so clients have to guess.',
        mend: 'Put "authorization_servers": ["<issuer>"] into it, with the issuer byte for byte (RFC 9728 section 2).',
      },
      [],
    ),
  ];
}

/** RFC 3986 §6.2.3: the same to whoever compares as URLs, as where the path is empty. */
function isSame(resource: string, url: string): boolean {
  return resource === url || new URL(resource).href === new URL(url).href;
}

/** As the official clients compare: the same origin, and a path that the called one continues. */
function isAllowed(resource: string, url: string): boolean {
  const configured = new URL(resource);
  const requested = new URL(url);
  if (configured.origin !== requested.origin) return false;
  if (requested.pathname.length < configured.pathname.length) return false;
  return withSlash(requested.pathname).startsWith(withSlash(configured.pathname));
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
