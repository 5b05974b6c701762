import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { RateLimiter } from '../rate-limit/rate-limiter.js';
import type { ProviderLoginRefusedError } from './login-refusal.js';

/** Records refused logins through providers, up to a limit a minute for each address, as refused passwords are. */
@Injectable()
export class ProviderRefusals {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly audit: AuditTrail,
    private readonly configuration: Configuration,
  ) {}

  /** The error to answer with, after the record of it is committed. Call it outside of any transaction. */
  async refuse(refusal: ProviderLoginRefusedError, providerId: string, address: string): Promise<Error> {
    const { failedAuthenticationsPerMinute } = this.configuration.limits;
    const block = addressBlock(address);
    const verdict = this.limiter.consume('refused-login', block, failedAuthenticationsPerMinute);
    if (verdict.allowed) await this.record(refusal.reason, providerId);
    if (verdict.allowed) return refusal;
    if (verdict.firstRefusal) await this.record('rate_limited', providerId);
    return new TooManyRequestsError('Too many attempts to log in.', verdict.retryAfterSeconds);
  }

  private record(reason: string, providerId: string): Promise<void> {
    const details = { methods: ['fed'], identity_provider: providerId };
    return this.audit.record({ eventType: 'user.denied', outcome: 'denied', reason, details });
  }
}
