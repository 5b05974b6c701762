import { Injectable } from '@nestjs/common';
import { INSTRUCTIONS, SERVER_IDENTITY } from '../protocol/server-identity.js';
import { McpRegistry } from '../registry/mcp-registry.js';
import type { EndpointDescription } from './endpoint-description.js';
import type { McpEndpoint } from './mcp-endpoint.js';
import { McpEndpoints } from './mcp-endpoints.js';

/** `/mcp`: what the application declares, and what others add to it. */
@Injectable()
export class OwnEndpoint {
  readonly endpoint: McpEndpoint;
  private prepareOthers: EndpointDescription['prepare'] = () => undefined;

  constructor(endpoints: McpEndpoints, catalogue: McpRegistry) {
    this.endpoint = endpoints.create({
      path: '/mcp',
      catalogue,
      identity: () => SERVER_IDENTITY,
      instructions: () => INSTRUCTIONS,
      upstream: undefined,
      prepare: (requests) => this.prepareOthers(requests),
    });
  }

  /** What has to be ready, beside our own, before requests are looked at. */
  prepareBy(prepare: EndpointDescription['prepare']): void {
    this.prepareOthers = prepare;
  }
}
