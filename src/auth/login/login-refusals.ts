import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { RateLimiter } from '../rate-limit/rate-limiter.js';
import type { User } from '../users/user.js';
import type { PasswordRefusal } from './password-refusal.js';

/** Records refused passwords, up to a limit a minute for each address: a trail that anybody can fill stops the service. */
@Injectable()
export class LoginRefusals {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly audit: AuditTrail,
    private readonly configuration: Configuration,
  ) {}

  /** The error to answer with, after the record of it is committed. Call it outside of any transaction. */
  async refuse(refusal: PasswordRefusal, address: string): Promise<Error> {
    const { failedAuthenticationsPerMinute } = this.configuration.limits;
    const block = addressBlock(address);
    const verdict = this.limiter.consume('refused-login', block, failedAuthenticationsPerMinute);
    if (verdict.allowed) await this.record(refusal.reason, refusal.user);
    if (verdict.allowed) return refusal;
    if (verdict.firstRefusal) await this.record('rate_limited', undefined);
    return new TooManyRequestsError('Too many attempts to log in.', verdict.retryAfterSeconds);
  }

  private record(reason: string, user: User | undefined): Promise<void> {
    return this.audit.record({
      eventType: 'user.denied',
      outcome: 'denied',
      reason,
      ...(user === undefined ? {} : { target: { type: 'user', id: user.id } }),
      details: { methods: ['pwd'] },
    });
  }
}
