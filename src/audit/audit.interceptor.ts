import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { HandlerCache } from '../common/handler-cache.js';
import { PUBLIC_METADATA } from '../common/public.decorator.js';
import { SCOPES_METADATA } from '../common/scopes.decorator.js';
import { accessOf, type Access } from './access.js';
import { AuditTrail } from './audit-event.js';
import { AUDITED_ELSEWHERE_METADATA } from './audited-elsewhere.decorator.js';
import { verdictOf } from './failure-reason.js';

const ACCESS_METADATA = [SCOPES_METADATA, PUBLIC_METADATA];

/**
 * Outermost interceptor: one record for each access to a protected route, tool, resource or prompt,
 * committed after the policies and before the answer. When it cannot be committed, that is the answer.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  private readonly recordedHere = new HandlerCache(isRecordedHere);

  constructor(private readonly trail: AuditTrail) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = this.recordedHere.of(context) ? accessOf(context) : undefined;
    return access === undefined ? next.handle() : from(this.recorded(access, next));
  }

  private async recorded(access: Access, next: CallHandler): Promise<unknown> {
    let result: unknown;
    try {
      result = await lastValueFrom(next.handle(), { defaultValue: undefined });
    } catch (error) {
      await this.recordFailure(access, error);
      throw error;
    }
    await this.recordResult(access, result);
    return result;
  }

  private async recordFailure({ target, allowed, denied }: Access, error: unknown): Promise<void> {
    const { outcome, reason } = verdictOf(error);
    await this.trail.record({ eventType: outcome === 'denied' ? denied : allowed, outcome, reason, target });
  }

  /** A tool reports its own errors inside of a result (MCP: `isError`). */
  private async recordResult({ target, allowed }: Access, result: unknown): Promise<void> {
    const isError = target.type === 'tool' && (Object(result) as { isError?: unknown }).isError === true;
    const verdict = isError
      ? ({ outcome: 'failure', reason: 'tool_error' } as const)
      : ({ outcome: 'success' } as const);
    await this.trail.record({ eventType: allowed, target, ...verdict });
  }
}

/** Of the handler and its class the nearer one decides, in the order in which the guards look. */
function isRecordedHere(handler: object, owner: object): boolean {
  if (nearest(AUDITED_ELSEWHERE_METADATA, handler, owner) === true) return false;
  const declared = [handler, owner].find((target) => ACCESS_METADATA.some((key) => isDeclared(key, target)));
  return declared === undefined || isDeclared(SCOPES_METADATA, declared);
}

function nearest(key: string, handler: object, owner: object): unknown {
  return Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, owner);
}

function isDeclared(key: string, target: object): boolean {
  return Reflect.getMetadata(key, target) !== undefined;
}
