import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { ChangeFeed } from '../../database/index.js';
import { Metrics } from '../../observability/index.js';

/** How old the knowledge of this replica is. Above a second, every credential is checked in the database, or refused. */
@Injectable()
export class RevocationMetrics {
  constructor({ registry }: Metrics, feed: ChangeFeed) {
    new Gauge({
      name: 'gatehouse_revocation_staleness_seconds',
      help: 'Seconds since this replica last learned of revocations: what is older is known to it',
      registers: [registry],
      collect() {
        this.set(feed.staleness() / 1_000);
      },
    });
  }
}
