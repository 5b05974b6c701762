import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/index.js';

/** A protected resource (RFC 9728 §1.2): its identifier, whose tokens it takes, where it describes itself. */
export interface ProtectedResource {
  /** Path below the public URL; `/` for the public URL itself. */
  readonly path: string;
  /** `resource` of its metadata (RFC 9728 §2), also what a client sends as `resource` (RFC 8707). */
  readonly identifier: string;
  /** A token must name one of these in `aud`. */
  readonly audiences: readonly string[];
  readonly metadataUrl: string;
}

const WELL_KNOWN = '/.well-known/oauth-protected-resource';

/** The protected resources of this server, by their path below the public URL. */
@Injectable()
export class ProtectedResources {
  private readonly known = new Map<string, ProtectedResource>();

  constructor(private readonly configuration: Configuration) {}

  /** The resource of a controller, as named by `@ProtectedResource()`; without a name it is the public URL. */
  resourceOf(path: string = '/'): ProtectedResource {
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const resource = describe(this.configuration.server.publicUrl, path === '/' ? '' : path);
    this.known.set(path, resource);
    return resource;
  }
}

function describe(publicUrl: string, path: string): ProtectedResource {
  const identifier = publicUrl + path;
  const { origin, pathname } = new URL(identifier);
  // RFC 9728 §3.1: the well-known part goes between host and path.
  const suffix = pathname === '/' ? '' : pathname;
  return {
    path: path === '' ? '/' : path,
    identifier,
    audiences: [...new Set([identifier, publicUrl])],
    metadataUrl: `${origin}${WELL_KNOWN}${suffix}`,
  };
}
