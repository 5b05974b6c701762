import { Injectable } from '@nestjs/common';
import { Configuration, type UpstreamConfiguration } from '../../config/index.js';

/** A protected resource (RFC 9728 §1.2): its identifier, whose tokens it takes, where it describes itself. */
export interface ProtectedResource {
  /** Path below the public URL; `/` for the public URL itself. */
  readonly path: string;
  /** `resource` of its metadata (RFC 9728 §2), also what a client sends as `resource` (RFC 8707). */
  readonly identifier: string;
  /** A token must name one of these in `aud`. */
  readonly audiences: readonly string[];
  readonly metadataUrl: string;
  /** For people. */
  readonly title: string;
  /** To begin with; what an operation needs beyond them stands in its own challenge. */
  readonly scopes: readonly string[];
}

const WELL_KNOWN = '/.well-known/oauth-protected-resource';
const BASELINE_SCOPES = ['mcp.access'];
/** Resources of this server itself, by their path below the public URL. */
const OWN = [
  ['/', 'Gatehouse'],
  ['/mcp', 'Gatehouse MCP server'],
] as const;

/** The protected resources that tokens of this server are good for: its own, and the MCP servers it guards. */
@Injectable()
export class ProtectedResources {
  private readonly known: ReadonlyMap<string, ProtectedResource>;

  constructor({ server, upstreams }: Configuration) {
    const own = OWN.map(([path, title]) => describe(server.publicUrl, path, title));
    const guarded = upstreams.map((upstream) => describeUpstream(server.publicUrl, upstream));
    this.known = new Map([...own, ...guarded].map((resource) => [resource.path, resource]));
  }

  /** All of them. */
  get all(): readonly ProtectedResource[] {
    return [...this.known.values()];
  }

  /**
   * The resource of a controller, as named by `@ProtectedResource()`; without a name it is the public URL.
   * A path that nobody described is a resource of this server all the same.
   */
  resourceOf(path: string = '/'): ProtectedResource {
    return this.known.get(path) ?? this.describe(path);
  }

  /** Not kept: paths can be anybody's words. */
  private describe(path: string): ProtectedResource {
    const { identifier, title } = this.resourceOf('/');
    return describe(identifier, path, title);
  }
}

/** Where the metadata of the MCP server with this name is, below the well-known part. */
export function upstreamPath(name: string): string {
  return `/mcp/${name}`;
}

function describe(publicUrl: string, path: string, title: string): ProtectedResource {
  const identifier = path === '/' ? publicUrl : publicUrl + path;
  return {
    path,
    identifier,
    audiences: [...new Set([identifier, publicUrl])],
    metadataUrl: metadataUrlOf(identifier),
    title,
    scopes: BASELINE_SCOPES,
  };
}

/**
 * A server behind somebody else's proxy takes only tokens that name it: one for Gatehouse itself says nothing about
 * others. One that is relayed is a part of Gatehouse, and takes those of the public URL as well.
 */
function describeUpstream(publicUrl: string, upstream: UpstreamConfiguration): ProtectedResource {
  const { name, title, resource, requirement } = upstream;
  const path = upstreamPath(name);
  const own = describe(publicUrl, path, title);
  const needed = [...requirement.allOf, ...requirement.anyOf];
  const scopes = needed.length === 0 ? own.scopes : needed;
  if (resource === undefined) return { ...own, scopes };
  return { ...own, identifier: resource, audiences: [resource], scopes };
}

/** RFC 9728 §3.1: the well-known part goes between host and path. */
function metadataUrlOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${WELL_KNOWN}${pathname === '/' ? '' : pathname}`;
}
