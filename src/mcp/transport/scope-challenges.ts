import { Injectable } from '@nestjs/common';
import { AuditTrail, mcpAccess } from '../../audit/index.js';
import { InsufficientScopeError, ProtectedResources, ScopeAuthority } from '../../auth/index.js';
import type { Principal } from '../../common/principal.js';
import { McpRegistry, type Declared } from '../registry/mcp-registry.js';
import type { JsonRpcRequest } from './json-rpc.js';

/**
 * Refuses a call with HTTP 403 and a challenge before the SDK opens a stream, where only a status could not be sent
 * any more (MCP, authorization: scope challenge). The guard inside the pipeline would decide the same.
 */
@Injectable()
export class ScopeChallenges {
  constructor(
    private readonly registry: McpRegistry,
    private readonly scopes: ScopeAuthority,
    private readonly resources: ProtectedResources,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws InsufficientScopeError naming all scopes of the first call that is not permitted. */
  async check(requests: readonly JsonRpcRequest[], principal: Principal): Promise<void> {
    for (const request of requests) {
      const declared = this.calledBy(request);
      if (declared !== undefined && !this.scopes.permits(principal, declared.requirement))
        await this.refuse(declared);
    }
  }

  private calledBy({ method, params }: JsonRpcRequest): Declared | undefined {
    const { name, uri } = params as { name?: unknown; uri?: unknown };
    if (method === 'tools/call' && typeof name === 'string') return this.registry.tool(name);
    if (method === 'prompts/get' && typeof name === 'string') return this.registry.prompt(name);
    if (method === 'resources/read' && typeof uri === 'string') return this.registry.resource(uri)?.resource;
    return undefined;
  }

  private async refuse(declared: Declared): Promise<never> {
    const scopes = this.scopes.scopesNeeded(declared.requirement);
    const { denied, target } = mcpAccess({ kind: declared.kind, name: declared.name });
    await this.trail.record({
      eventType: denied,
      outcome: 'denied',
      reason: 'insufficient_scope',
      target,
      details: { scopes_needed: scopes },
    });
    throw new InsufficientScopeError({
      resourceMetadataUrl: this.resources.resourceOf('/mcp').metadataUrl,
      scopes,
    });
  }
}
