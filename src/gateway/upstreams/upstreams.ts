import { Injectable } from '@nestjs/common';
import { ProtectedResources, upstreamPath, type ProtectedResource } from '../../auth/index.js';
import { Configuration, type UpstreamConfiguration } from '../../config/index.js';
import { ToolScopes } from './tool-scopes.js';

/** An MCP server that is guarded here. */
export interface Upstream {
  readonly name: string;
  readonly resource: ProtectedResource;
  readonly requirement: UpstreamConfiguration['requirement'];
  readonly tools: ToolScopes;
  /** Of a server behind somebody else's proxy. */
  readonly forwardAuth: UpstreamConfiguration['forwardAuth'];
  /** Of a server that is reached through us. */
  readonly relay: UpstreamConfiguration['relay'];
}

/** The guarded servers by name. */
@Injectable()
export class Upstreams {
  private readonly byName: ReadonlyMap<string, Upstream>;

  constructor({ upstreams }: Configuration, resources: ProtectedResources) {
    this.byName = new Map(
      upstreams.map((configuration) => [
        configuration.name,
        {
          name: configuration.name,
          resource: resources.resourceOf(upstreamPath(configuration.name)),
          requirement: configuration.requirement,
          tools: new ToolScopes(configuration),
          forwardAuth: configuration.forwardAuth,
          relay: configuration.relay,
        },
      ]),
    );
  }

  find(name: string): Upstream | undefined {
    return this.byName.get(name);
  }
}
