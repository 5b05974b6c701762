import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { RateLimiter } from './rate-limiter.js';
import { SharedCounters } from './shared-counters.js';

const INTERVAL_MS = 100;
/** After a failure: limits go on locally, and the store is left alone for a while. */
const PAUSE_MS = 2_000;

/**
 * Exchanges counts with the other replicas, one batch at a time. Nobody waits for it: while the store is
 * away each replica enforces the limits by what it has counted and heard.
 */
@Injectable()
export class RateLimitSync implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(RateLimitSync.name);
  private timer: NodeJS.Timeout | undefined;
  private isAway = false;
  private stopped = false;

  constructor(
    private readonly limiter: RateLimiter,
    private readonly store: SharedCounters,
  ) {}

  onModuleInit(): void {
    if (this.store.isShared) this.schedule(INTERVAL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.store.close();
  }

  private schedule(delay: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void this.tick(), delay).unref();
  }

  private async tick(): Promise<void> {
    const reached = await this.exchange();
    this.schedule(reached ? INTERVAL_MS : PAUSE_MS);
  }

  /** Sends what is new and learns the totals; false when the store is away. */
  private async exchange(): Promise<boolean> {
    const unsent = this.limiter.table.takeUnsent();
    if (unsent.length === 0) return true;
    try {
      this.limiter.table.learn(await this.store.add(unsent));
      this.report(false);
      return true;
    } catch {
      this.limiter.table.giveBack(unsent);
      this.report(true);
      return false;
    }
  }

  private report(isAway: boolean): void {
    if (isAway === this.isAway) return;
    this.isAway = isAway;
    if (isAway)
      this.logger.warn('Rate limits are not shared at the moment; each replica goes by its own counts');
    else this.logger.log('Rate limits are shared again');
  }
}
