import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { RequestContext } from '../../common/request-context.js';
import { AuditTrail } from '../../audit/index.js';
import type { RateVerdict } from '../rate-limit/rate-limiter.js';
import { askingTooOften, RequestAllowance } from '../rate-limit/request-allowance.js';
import { accessDeclarationOf } from './access-declaration.js';
import { accessPointOf, isMcpContext } from './access-point.js';

/**
 * Global, second of the guards: requests a minute of one caller, counted once for each HTTP request.
 * Before the scopes are asked, because what they refuse is recorded and must not be free of charge.
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly allowance: RequestAllowance,
    private readonly audit: AuditTrail,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    // The HTTP request that carried a tool call has been counted already.
    const principal = isMcpContext(context) ? undefined : RequestContext.principal();
    if (principal === undefined) return true;
    const verdict = this.allowance.consume(principal);
    return verdict.allowed ? true : this.refuse(context, verdict);
  }

  /** One record for each caller and minute: a record for each refusal would be what the limit prevents. */
  private async refuse(context: ExecutionContext, verdict: RateVerdict): Promise<never> {
    const { resource } = accessDeclarationOf(context.getHandler(), context.getClass());
    if (verdict.firstRefusal) {
      const { deniedEvent, target } = accessPointOf(context, resource);
      await this.audit.record({ eventType: deniedEvent, outcome: 'denied', reason: 'rate_limited', target });
    }
    throw askingTooOften(verdict);
  }
}
