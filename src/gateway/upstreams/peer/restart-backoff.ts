import type { Clock } from '../../../common/clock.js';

/** Milliseconds a connection has to last to count as good. */
const GOOD_MS = 10_000;
/** Milliseconds of rest after the second early end in a row; twice as many after each further one. */
const FIRST_REST_MS = 500;
const LONGEST_REST_MS = 30_000;

/** Longer and longer rests for a server that ends again and again soon after it was started. */
export class RestartBackoff {
  private earlyEnds = 0;
  private restsUntil = 0;

  constructor(private readonly clock: Clock) {}

  /** Milliseconds until it may be started again; 0 when it may now. */
  get rest(): number {
    return Math.max(0, this.restsUntil - this.now());
  }

  /** @param startedAt milliseconds since the epoch. */
  ended(startedAt: number): void {
    this.earlyEnds = this.now() - startedAt < GOOD_MS ? this.earlyEnds + 1 : 0;
    // Once may be a restart that somebody meant.
    if (this.earlyEnds < 2) return;
    this.restsUntil = this.now() + Math.min(FIRST_REST_MS * 2 ** (this.earlyEnds - 2), LONGEST_REST_MS);
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
