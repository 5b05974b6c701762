import { Injectable } from '@nestjs/common';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { AuditTrail } from '../../audit/index.js';
import { Configuration } from '../../config/index.js';
import type { BearerError } from '../challenges/bearer-errors.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { RateLimiter } from '../rate-limit/rate-limiter.js';
import type { AccessPoint } from './access-point.js';

/**
 * Records refused credentials, up to a limit a minute for each address: anybody can send garbage, and an
 * audit trail that anybody can fill is a way to stop the service. Beyond the limit the answer is 429,
 * recorded once a minute. Callers with a good credential never notice, whatever else comes from their address.
 */
@Injectable()
export class AuthenticationFailures {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly audit: AuditTrail,
    private readonly configuration: Configuration,
  ) {}

  /** The error to answer with, after the record of it is committed. */
  async refuse(error: BearerError, point: AccessPoint, address: string): Promise<Error> {
    const { failedAuthenticationsPerMinute } = this.configuration.limits;
    const verdict = this.limiter.consume(
      'failed-authentication',
      addressBlock(address),
      failedAuthenticationsPerMinute,
    );
    if (verdict.allowed) await this.record(point, error.reason);
    if (verdict.allowed) return error;
    if (verdict.firstRefusal) await this.record(point, 'rate_limited');
    return new TooManyRequestsError(
      'Too many requests with credentials that are not valid.',
      verdict.retryAfterSeconds,
    );
  }

  private record({ deniedEvent, target }: AccessPoint, reason: string): Promise<void> {
    return this.audit.record({ eventType: deniedEvent, outcome: 'denied', reason, target });
  }
}
