import { setTimeout as delay } from 'node:timers/promises';
import type { ChangeFeed, ChangeTopic } from '../database/index.js';

const RETRY_MS = 500;

/**
 * Keeps a copy in memory that hot paths read without waiting: loads it again whenever the topic changes,
 * one load at a time, and until one has succeeded.
 */
export class ReloadOnChange {
  private requested = false;
  private stopped = false;
  private running: Promise<void> | undefined;
  private refreshing: Promise<void> | undefined;

  constructor(
    private readonly feed: ChangeFeed,
    topic: ChangeTopic,
    private readonly load: () => Promise<void>,
  ) {
    feed.onChange(topic, () => this.request());
  }

  /** Asks for a load that begins after this call; one already under way may have read the old state. */
  request(): void {
    this.requested = true;
    this.running ??= this.run();
  }

  /** Resolves after a load that began after this call. */
  async reload(): Promise<void> {
    this.request();
    await this.running;
  }

  /**
   * Resolves once the copy may be gone by: at once while the feed tells of changes, after a load while it does not.
   *
   * @throws whatever the load throws; who cannot read what is in force must not decide by what was.
   */
  current(): Promise<void> | undefined {
    if (this.feed.isCurrent()) return undefined;
    this.refreshing ??= this.load().finally(() => {
      this.refreshing = undefined;
    });
    return this.refreshing;
  }

  /** No further attempts: the database is about to be closed. */
  stop(): void {
    this.stopped = true;
  }

  private async run(): Promise<void> {
    while (this.requested && !this.stopped) {
      this.requested = false;
      await this.load().catch(() => this.tryLater());
    }
    // In the same turn as the last look at `requested`: who asks later starts anew.
    this.running = undefined;
  }

  private async tryLater(): Promise<void> {
    this.requested = true;
    await delay(RETRY_MS, undefined, { ref: false });
  }
}
