import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { LocalCounterTable } from './local-counters.js';
import { estimate, minuteOf, retryAfterSeconds } from './sliding-window.js';

export interface RateVerdict {
  readonly allowed: boolean;
  /** For `Retry-After`; 0 when allowed. */
  readonly retryAfterSeconds: number;
  /** The first refusal of this key in this minute on this replica: the one to record. */
  readonly firstRefusal: boolean;
}

const ALLOWED: RateVerdict = { allowed: true, retryAfterSeconds: 0, firstRefusal: false };

/**
 * Requests a minute, by a sliding window. Counting is local and immediate; `RateLimitSync` adds the counts
 * of all replicas up about ten times a second. What a key can get beyond its limit is therefore at most
 * what the other replicas admit between two exchanges: with N replicas and an exchange every T, no more than
 * (N − 1) × rate × T, and never more than N × limit. Refused requests are not counted, so that a caller
 * who keeps asking is let in again as soon as its earlier requests have aged.
 */
@Injectable()
export class RateLimiter {
  private readonly counters = new LocalCounterTable();

  constructor(private readonly clock: Clock) {}

  /** Counts one request of `key` if the limit of its bucket allows it. */
  consume(bucket: string, key: string, limitPerMinute: number): RateVerdict {
    const name = `${bucket} ${key}`;
    const now = this.clock.now().getTime();
    const minute = minuteOf(now);
    const count = this.counters.read(name, minute);
    if (estimate(count, now) < limitPerMinute) {
      this.counters.hit(name, minute);
      return ALLOWED;
    }
    return {
      allowed: false,
      retryAfterSeconds: retryAfterSeconds(count, limitPerMinute, now),
      firstRefusal: this.counters.refuse(name, minute),
    };
  }

  /** The counts that other replicas have to learn of, and learn of theirs. */
  get table(): LocalCounterTable {
    return this.counters;
  }
}
