import { mcpAccess, type AuditTrail } from '../../audit/index.js';
import { InsufficientScopeError, type ProtectedResources, type ScopeAuthority } from '../../auth/index.js';
import type { Principal } from '../../common/principal.js';
import type { ServedHandler } from '../registry/served.js';
import { calledBy } from './called-handler.js';
import type { EndpointDescription } from './endpoint-description.js';
import type { JsonRpcRequest } from './json-rpc.js';

/**
 * Refuses a call with HTTP 403 and a challenge before the SDK opens a stream, where only a status could not be sent
 * any more (MCP, authorization: scope challenge). The guard inside the pipeline would decide the same.
 */
export class ScopeChallenges {
  constructor(
    private readonly endpoint: Pick<EndpointDescription, 'catalogue' | 'path'>,
    private readonly scopes: ScopeAuthority,
    private readonly resources: ProtectedResources,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws InsufficientScopeError naming all scopes of the first call that is not permitted. */
  async check(requests: readonly JsonRpcRequest[], principal: Principal): Promise<void> {
    for (const request of requests) {
      const declared = calledBy(request, this.endpoint.catalogue);
      if (declared !== undefined && !this.scopes.permits(principal, declared.requirement))
        await this.refuse(declared);
    }
  }

  private async refuse(declared: ServedHandler): Promise<never> {
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
      resourceMetadataUrl: this.resources.resourceOf(this.endpoint.path).metadataUrl,
      scopes,
    });
  }
}
