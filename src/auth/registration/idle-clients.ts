import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { RecurringTask } from '../../common/recurring-task.js';
import { Configuration } from '../../config/index.js';
import { ChangeFeed, Transactions } from '../../database/index.js';
import { SelfRegisteredClients } from './self-registered-clients.repository.js';

const INTERVAL_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** Removes clients that registered themselves and that nobody uses, once an hour, on one replica at a time. */
@Injectable()
export class IdleClients implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(IdleClients.name);
  private readonly task = new RecurringTask(
    () => this.reapAll(),
    (error) => this.logger.warn({ msg: 'Idle clients could not be removed', err: error }),
  );

  constructor(
    private readonly clients: SelfRegisteredClients,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    // The command line has no HTTP server, and is gone in a second.
    if (this.adapterHost.httpAdapter === undefined) return;
    this.task.start(INTERVAL_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.task.stop();
  }

  /** Removes some of them; how many. None while another replica is at it. */
  async reap(): Promise<number> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.configuration.registration.idleDays * DAY_MS);
    return this.transactions.run(async (transaction) => {
      if (!(await this.clients.takeReaperLock(transaction))) return 0;
      const removed = await this.clients.deleteIdle(transaction, idleSince, now);
      for (const id of removed) {
        await this.audit.recordWithin(transaction, {
          eventType: 'client.deleted',
          outcome: 'success',
          reason: 'idle',
          target: { type: 'client', id },
          actor: { kind: 'system', subject: 'gatehouse' },
        });
      }
      if (removed.length > 0) await this.feed.announce(transaction, 'clients');
      return removed.length;
    });
  }

  /** In transactions of a bounded size; what fails is tried again in an hour. */
  private async reapAll(): Promise<void> {
    while ((await this.reap()) > 0);
  }
}
