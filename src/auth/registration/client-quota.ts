import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { ServiceUnavailableError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { ChangeFeed, type Transaction } from '../../database/index.js';
import { SelfRegisteredClients } from './self-registered-clients.repository.js';

/** Long enough to log in for the first time. */
const GRACE_MS = 3_600_000;
const RETRY_SECONDS = 600;

/** Bounds the clients that register themselves: strangers must not fill the table, nor keep others out by filling it. */
@Injectable()
export class ClientQuota {
  constructor(
    private readonly clients: SelfRegisteredClients,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /**
   * Makes room for one more, in the transaction that inserts it: when all places are taken, the oldest client goes
   * that was never used.
   *
   * @throws ServiceUnavailableError when every one of them is used or new.
   */
  async makeRoom(transaction: Transaction): Promise<void> {
    const { maximumClients } = this.configuration.registration;
    if ((await this.clients.count(transaction)) < maximumClients) return;
    const before = new Date(this.clock.now().getTime() - GRACE_MS);
    const evicted = await this.clients.evict(transaction, before);
    if (evicted === undefined) {
      throw new ServiceUnavailableError('No further clients can be registered now.', {
        retryAfter: RETRY_SECONDS,
      });
    }
    await this.audit.recordWithin(transaction, {
      eventType: 'client.deleted',
      outcome: 'success',
      reason: 'quota',
      target: { type: 'client', id: evicted },
      actor: { kind: 'system', subject: 'gatehouse' },
    });
    await this.feed.announce(transaction, 'clients');
  }
}
