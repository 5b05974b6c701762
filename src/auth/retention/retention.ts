import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { setImmediate as turn } from 'node:timers/promises';
import { RecurringTask } from '../../common/recurring-task.js';
import { Configuration } from '../../config/index.js';
import { EXPIRED_ROWS } from './expired-rows.js';
import { RetentionRepository } from './retention.repository.js';

const INTERVAL_MS = 60_000;
/** Rows at once: short enough for a transaction that nobody notices. */
const BATCH = 500;

/**
 * Removes expired tokens, codes, sessions and the like, once a minute and in small transactions. Every replica
 * tries; one at a time does it. What cannot be done now is done the next time.
 */
@Injectable()
export class Retention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Retention.name);
  private readonly task = new RecurringTask(
    () => this.purge(),
    (error) => this.logger.warn({ msg: 'Expired rows could not be removed', err: error }),
  );
  private stopped = false;

  constructor(
    private readonly rows: RetentionRepository,
    private readonly configuration: Configuration,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    // The command line has no HTTP server, and is gone in a second.
    if (this.adapterHost.httpAdapter === undefined) return;
    this.task.start(INTERVAL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.task.stop();
  }

  /**
   * Removes everything that has expired by now, as long as no other replica is at it.
   *
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async purge(): Promise<void> {
    const { accessTokenTtl } = this.configuration.tokens;
    await this.repeat(() => this.rows.eraseSuccessors(BATCH));
    for (const expired of EXPIRED_ROWS)
      await this.repeat(() => this.rows.delete(expired, BATCH, accessTokenTtl));
  }

  /** A batch after another, requests between them, until one is not full or another replica has begun. */
  private async repeat(batch: () => Promise<number | undefined>): Promise<void> {
    while (!this.stopped && (await batch()) === BATCH) await turn();
  }
}
