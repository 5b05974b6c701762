import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { Metrics } from '../observability/index.js';
import type { NewAuditRecord } from './audit-record.entity.js';

/** How the audit trail is doing. */
@Injectable()
export class AuditMetrics {
  private readonly committed: Counter<'event_type' | 'outcome'>;
  readonly waiting: Gauge;
  readonly flushed: Histogram;
  readonly flushFailures: Counter;
  readonly lost: Counter<'reason'>;
  readonly fileFailures: Counter;
  readonly fileLinesDropped: Counter;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.committed = new Counter({
      name: 'gatehouse_audit_records_total',
      help: 'Records committed, by event type and outcome: tokens, tool calls and refusals among them',
      labelNames: ['event_type', 'outcome'],
      registers,
    });
    this.waiting = new Gauge({
      name: 'gatehouse_audit_records_waiting',
      help: 'Records that wait for their commit',
      registers,
    });
    this.flushed = new Histogram({
      name: 'gatehouse_audit_flush_records',
      help: 'Records committed by one insert',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
      registers,
    });
    this.flushFailures = new Counter({
      name: 'gatehouse_audit_flush_failures_total',
      help: 'Inserts of records that failed, retried ones included',
      registers,
    });
    this.lost = new Counter({
      name: 'gatehouse_audit_records_refused_total',
      help: 'Records that could not be committed, by reason',
      labelNames: ['reason'],
      registers,
    });
    this.fileFailures = new Counter({
      name: 'gatehouse_audit_file_failures_total',
      help: 'Writes to security_audit.log that failed',
      registers,
    });
    this.fileLinesDropped = new Counter({
      name: 'gatehouse_audit_file_lines_dropped_total',
      help: 'Lines not written to security_audit.log because it could not take them; the database has their records',
      registers,
    });
  }

  /** Counts records that are committed. */
  count(records: readonly NewAuditRecord[]): void {
    for (const { eventType, outcome } of records) this.committed.inc({ event_type: eventType, outcome });
  }
}
