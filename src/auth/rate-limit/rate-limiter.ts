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

/** One limit that a call has to have room in. */
export interface Quota {
  readonly bucket: string;
  readonly key: string;
  readonly limitPerMinute: number;
}

/** What became of a call that several quotas are about. */
export interface Charge<Q extends Quota> {
  readonly verdict: RateVerdict;
  /** The one that refused it: of several, the one that takes longest. */
  readonly refusedBy: Q | undefined;
  /** Calls that each has room for now. */
  readonly left: ReadonlyMap<Q, number>;
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

  /** Counts one call against every quota, or against none of them when one is used up. */
  charge<Q extends Quota>(quotas: readonly Q[]): Charge<Q> {
    const now = this.clock.now().getTime();
    const minute = minuteOf(now);
    const roomIn = (quota: Q) =>
      Math.max(0, quota.limitPerMinute - estimate(this.counters.read(nameOf(quota), minute), now));
    const [spent] = quotas
      .filter((quota) => roomIn(quota) <= 0)
      .map((quota) => ({ quota, wait: this.waitFor(quota, minute, now) }))
      .sort((one, other) => other.wait - one.wait);
    if (spent === undefined) for (const quota of quotas) this.counters.hit(nameOf(quota), minute);
    const left = new Map(quotas.map((quota) => [quota, Math.ceil(roomIn(quota))]));
    if (spent === undefined) return { verdict: ALLOWED, refusedBy: undefined, left };
    const firstRefusal = this.counters.refuse(nameOf(spent.quota), minute);
    const verdict = { allowed: false, retryAfterSeconds: spent.wait, firstRefusal };
    return { verdict, refusedBy: spent.quota, left };
  }

  private waitFor(quota: Quota, minute: number, now: number): number {
    return retryAfterSeconds(this.counters.read(nameOf(quota), minute), quota.limitPerMinute, now);
  }

  /** Whether one more would be allowed; counts nothing. */
  hasRoom(bucket: string, key: string, limitPerMinute: number): boolean {
    const now = this.clock.now().getTime();
    return estimate(this.counters.read(`${bucket} ${key}`, minuteOf(now)), now) < limitPerMinute;
  }

  /** The counts that other replicas have to learn of, and learn of theirs. */
  get table(): LocalCounterTable {
    return this.counters;
  }
}

function nameOf({ bucket, key }: Pick<Quota, 'bucket' | 'key'>): string {
  return `${bucket} ${key}`;
}
