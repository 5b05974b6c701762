import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEventType, type JsonValue } from '../../audit/index.js';
import { PublicError } from '../../common/public-error.js';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { OAuthError } from '../errors/oauth-error.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { RateLimiter } from '../rate-limit/rate-limiter.js';

/** What is known of a refused request, for its record. */
export interface RefusedRequest {
  readonly eventType: AuditEventType;
  /** As claimed; proved or not. */
  readonly client?: string | undefined;
  readonly address: string;
  /** Code of why, where the error has none. */
  readonly reason?: string | undefined;
  readonly details?: { readonly [name: string]: JsonValue } | undefined;
}

/** Records what the endpoints refuse where clients authenticate. */
@Injectable()
export class Refusals {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly audit: AuditTrail,
    private readonly configuration: Configuration,
  ) {}

  /**
   * What to throw instead of the error, once it is recorded. Refusals are recorded up to a limit a minute for
   * each address: anybody can be refused, and a trail that anybody can fill is a way to stop the service.
   * Beyond the limit the answer is 429, recorded once a minute.
   *
   * @throws ServiceUnavailableError when the record cannot be committed.
   */
  async record(error: unknown, request: RefusedRequest): Promise<unknown> {
    // What failed here is no refusal, and the trail itself may be what failed.
    if (!(error instanceof PublicError) || error.status >= 500) return error;
    const { failedAuthenticationsPerMinute: limit } = this.configuration.limits;
    const verdict = this.limiter.consume('refused-token', addressBlock(request.address), limit);
    if (verdict.allowed) await this.write(request.reason ?? reasonOf(error), request);
    if (verdict.allowed) return error;
    if (verdict.firstRefusal) await this.write('rate_limited', request);
    return new TooManyRequestsError('Too many requests that are not valid.', verdict.retryAfterSeconds);
  }

  private write(reason: string, { eventType, client, details }: RefusedRequest): Promise<void> {
    return this.audit.record({ eventType, outcome: 'denied', reason, client, details });
  }
}

function reasonOf(error: PublicError): string {
  if (error instanceof OAuthError) return error.reason ?? error.code;
  return error.status === 429 ? 'rate_limited' : 'refused';
}
