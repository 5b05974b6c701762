import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { RequestContext } from '../../common/request-context.js';
import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import { AuditTrail } from '../../audit/index.js';
import { InsufficientScopeError } from '../challenges/bearer-errors.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { accessDeclarationOf } from './access-declaration.js';
import { accessPointOf, type AccessPoint } from './access-point.js';

/** Global, last of the guards: whether the caller's scopes suffice. What declares nothing is open to nobody. */
@Injectable()
export class ScopesGuard implements CanActivate {
  constructor(
    private readonly scopes: ScopeAuthority,
    private readonly resources: ProtectedResources,
    private readonly audit: AuditTrail,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const { isPublic, requirement, resource } = accessDeclarationOf(context.getHandler(), context.getClass());
    if (isPublic || this.isPermitted(requirement)) return true;
    return this.refuse(accessPointOf(context, resource), requirement);
  }

  private isPermitted(requirement: ScopeRequirement | undefined): boolean {
    const principal = RequestContext.principal();
    return (
      principal !== undefined && requirement !== undefined && this.scopes.permits(principal, requirement)
    );
  }

  private async refuse(point: AccessPoint, requirement: ScopeRequirement | undefined): Promise<never> {
    const scopes = requirement === undefined ? [] : this.scopes.scopesNeeded(requirement);
    const error = new InsufficientScopeError({
      resourceMetadataUrl: this.resources.resourceOf(point.resource).metadataUrl,
      scopes,
    });
    // Guards run before interceptors: nobody else would record this.
    await this.audit.record({
      eventType: point.deniedEvent,
      outcome: 'denied',
      reason: error.reason,
      target: point.target,
      details: { scopes_needed: scopes },
    });
    throw error;
  }
}
