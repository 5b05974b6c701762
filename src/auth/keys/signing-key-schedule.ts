import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ProblemError } from '../../common/problem-error.js';
import { RecurringTask } from '../../common/recurring-task.js';
import { SigningKeys } from './signing-keys.js';

const INTERVAL_MS = 3_600_000;

/**
 * Looks after the signing keys at the start and once an hour: rotates what is due, destroys what is over. Every replica asks;
 * a generation of a key can be inserted once, so one of them does it.
 */
@Injectable()
export class SigningKeySchedule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SigningKeySchedule.name);
  private readonly task = new RecurringTask(
    () => this.keys.maintain(),
    (error) => this.tell(error),
  );

  constructor(
    private readonly keys: SigningKeys,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    // The command line has no HTTP server, and is gone in a second.
    if (this.adapterHost.httpAdapter === undefined) return;
    this.task.run();
    this.task.start(INTERVAL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }

  /** Whatever goes wrong is tried again in an hour: the keys in use stay in use. */
  private tell(error: unknown): void {
    // A conflict says that another replica has done it.
    if (error instanceof ProblemError && error.status === 409) return;
    this.logger.error({ msg: 'The signing keys could not be looked after', err: error });
  }
}
