import type { ServerMetadata } from 'openid-client';
import { z } from 'zod';
import type { UpstreamAuthorization } from '../../../config/index.js';
import { FetchRefusedError, type GuardedFetcher } from '../../../security/fetch/index.js';
import { AuthorizationError } from './authorization-error.js';
import type { AuthorizationServer } from './authorization-server.js';

const FETCH = { maximumBytes: 128 * 1024, timeoutMs: 5_000 };
const text = z.string().max(2_048);
const texts = z.array(text).max(512);

/** RFC 9728 §2, as far as it is looked at. */
const protectedResource = z.looseObject({
  resource: text,
  authorization_servers: texts.min(1),
  scopes_supported: texts.optional(),
});
/** RFC 8414 §2, as far as it is looked at; the rest is kept as it came. */
const serverMetadata = z.looseObject({
  issuer: text,
  token_endpoint: text,
  authorization_endpoint: text.optional(),
  registration_endpoint: text.optional(),
  revocation_endpoint: text.optional(),
  scopes_supported: texts.optional(),
  code_challenge_methods_supported: texts.optional(),
});

/** Where an upstream's tokens come from. */
export interface DiscoveryTarget {
  /** The upstream's MCP endpoint. */
  readonly url: string;
  readonly authorization: UpstreamAuthorization;
  /** Hosts with ports that the file declares, the upstream's own among them. */
  readonly privateHosts: readonly string[];
}

/**
 * Finds the authorization server of an upstream: the one that the file names, else the one that the upstream names
 * (MCP, authorization server discovery: RFC 9728, then RFC 8414 or OpenID Connect Discovery).
 */
export class AuthorizationServerDiscovery {
  constructor(private readonly fetcher: GuardedFetcher) {}

  /**
   * @param resourceMetadata where the upstream says its metadata is, in a challenge.
   * @throws AuthorizationError when there is none to be trusted.
   */
  async find(target: DiscoveryTarget, resourceMetadata: string | undefined): Promise<AuthorizationServer> {
    const { authorization, url } = target;
    const { issuer, tokenEndpoint } = authorization;
    const declared = { resource: authorization.resource ?? canonical(url), scopesOfResource: undefined };
    if (tokenEndpoint !== undefined)
      return { ...declared, metadata: { issuer: tokenEndpoint, token_endpoint: tokenEndpoint } };
    if (issuer !== undefined) return { ...declared, metadata: await this.metadataOf(issuer, target) };
    return this.discover(target, resourceMetadata);
  }

  private async discover(
    target: DiscoveryTarget,
    resourceMetadata: string | undefined,
  ): Promise<AuthorizationServer> {
    const found = await this.resourceOf(target, resourceMetadata);
    const [issuer = ''] = found.authorization_servers;
    return {
      metadata: await this.metadataOf(issuer, target),
      resource: target.authorization.resource ?? found.resource,
      scopesOfResource: found.scopes_supported,
    };
  }

  private async resourceOf(
    target: DiscoveryTarget,
    named: string | undefined,
  ): Promise<z.output<typeof protectedResource>> {
    const places = named === undefined ? resourceMetadataPlaces(target.url) : [named];
    const document = await this.firstOf(places, target);
    const parsed = protectedResource.safeParse(document);
    if (!parsed.success) throw new AuthorizationError('metadata_invalid');
    // RFC 9728 §3.3: a document about another resource would have tokens made for that one.
    if (!covers(parsed.data.resource, target.url)) throw new AuthorizationError('resource_mismatch');
    return parsed.data;
  }

  private async metadataOf(issuer: string, target: DiscoveryTarget): Promise<ServerMetadata> {
    if (!URL.canParse(issuer)) throw new AuthorizationError('metadata_invalid');
    const document = await this.firstOf(serverMetadataPlaces(issuer), target);
    const parsed = serverMetadata.safeParse(document);
    if (!parsed.success) throw new AuthorizationError('metadata_invalid');
    // RFC 8414 §3.3: octet for octet, or one server could speak for another.
    if (parsed.data.issuer !== issuer) throw new AuthorizationError('issuer_mismatch');
    return parsed.data as ServerMetadata;
  }

  /** The first document there is; what is not there (404 and the like) leads on to the next place. */
  private async firstOf(places: readonly string[], { privateHosts }: DiscoveryTarget): Promise<unknown> {
    for (const place of places) {
      const response = await this.fetcher
        .fetch(place, { ...FETCH, privateHosts, allowPlainHttp: true })
        .catch((error: unknown) => {
          throw error instanceof FetchRefusedError
            ? new AuthorizationError('unreachable', error.reason)
            : error;
        });
      if (response.status >= 500) throw new AuthorizationError('unreachable');
      if (response.status === 200) return parse(response.body);
    }
    throw new AuthorizationError('metadata_missing');
  }
}

/** RFC 9728 §3.1: below the well-known part with the path of the resource, then without. */
function resourceMetadataPlaces(url: string): string[] {
  const { origin, pathname } = new URL(url);
  const root = `${origin}/.well-known/oauth-protected-resource`;
  return pathname === '/' ? [root] : [`${root}${pathname.replace(/\/$/, '')}`, root];
}

/** MCP, authorization server metadata discovery: in the order of the specification. */
function serverMetadataPlaces(issuer: string): string[] {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  const [oauth, openid] = ['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration'];
  if (path === '') return [`${origin}${oauth}`, `${origin}${openid}`];
  return [`${origin}${oauth}${path}`, `${origin}${openid}${path}`, `${origin}${path}${openid}`];
}

/** MCP: the resource is the endpoint, or stands above it on the same host. */
function covers(resource: string, url: string): boolean {
  if (!URL.canParse(resource)) return false;
  const [of, at] = [new URL(resource), new URL(url)];
  const above = of.pathname.endsWith('/') ? of.pathname : `${of.pathname}/`;
  return of.origin === at.origin && (at.pathname === of.pathname || `${at.pathname}/`.startsWith(above));
}

/** RFC 8707 §2: without fragment; MCP: without a slash at the end where there is no path. */
function canonical(url: string): string {
  const parsed = new URL(url);
  return parsed.pathname === '/' && parsed.search === '' ? parsed.origin : parsed.href;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new AuthorizationError('metadata_invalid');
  }
}
