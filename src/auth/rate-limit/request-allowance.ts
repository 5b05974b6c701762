import { Injectable } from '@nestjs/common';
import type { Principal } from '../../common/principal.js';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { RateLimiter, type RateVerdict } from './rate-limiter.js';

/** What one caller may ask a minute, whichever door it takes. */
@Injectable()
export class RequestAllowance {
  constructor(
    private readonly limiter: RateLimiter,
    private readonly configuration: Configuration,
  ) {}

  /** Counts one request of the caller if its allowance has room for it. */
  consume(principal: Principal): RateVerdict {
    return this.limiter.consume('requests', keyOf(principal), this.configuration.limits.requestsPerMinute);
  }
}

/** The answer to a caller whose allowance is used up. */
export function askingTooOften({ retryAfterSeconds }: RateVerdict): TooManyRequestsError {
  return new TooManyRequestsError('You are asking too often; slow down.', retryAfterSeconds);
}

function keyOf(principal: Principal): string {
  return principal.subject === principal.clientId
    ? principal.clientId
    : `${principal.clientId} ${principal.subject}`;
}
