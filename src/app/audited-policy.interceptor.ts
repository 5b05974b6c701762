import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { AuditInterceptor } from '../audit/index.js';
import { PiiPolicyInterceptor } from '../security/index.js';

/**
 * The one global interceptor: the record is made of what the policy let through, and committed before the answer
 * leaves. Both in one, because binding an interceptor costs each request more than either of them does.
 */
@Injectable()
export class AuditedPolicyInterceptor implements NestInterceptor {
  constructor(
    private readonly audit: AuditInterceptor,
    private readonly policy: PiiPolicyInterceptor,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return this.audit.intercept(context, { handle: () => this.policy.intercept(context, next) });
  }
}
