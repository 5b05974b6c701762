import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { ServiceUnavailableError } from '../common/problem-error.js';
import { Readiness } from '../common/readiness.js';
import { RequestContext } from '../common/request-context.js';
import { Configuration } from '../config/index.js';
import { isDatabaseUnavailable, type Transaction } from '../database/index.js';
import { AuditTrail, type AuditEvent, type RecordValue } from './audit-event.js';
import { AuditMetrics } from './audit-metrics.js';
import type { NewAuditRecord } from './audit-record.entity.js';
import { AuditRecordFactory } from './audit-record.factory.js';
import { CommittedRecords } from './committed-records.repository.js';
import { CommitError, GroupCommit } from './group-commit.js';
import { INSERT_RECORDS, toColumns, toValues } from './insert-records.js';
import { RecordWriter } from './record-writer.js';
import { SecurityLog } from './security-log/security-log.js';

const MAX_BATCH = 500;
const MAX_WAITING = 20_000;
/** Longer than a restart of PostgreSQL takes, shorter than a caller's patience. */
const PATIENCE_MS = 4_000;
/** A transaction cancelled by a conflict may succeed when repeated (class 40). */
const TRANSACTION_ROLLBACK = /^40/;

/** The trail in Postgres. Concurrent requests share one insert; each waits until its record is committed. */
@Injectable()
export class GroupCommitAuditTrail extends AuditTrail implements OnApplicationShutdown {
  private readonly logger = new Logger(GroupCommitAuditTrail.name);
  private readonly group: GroupCommit<NewAuditRecord>;

  constructor(
    private readonly configuration: Configuration,
    private readonly factory: AuditRecordFactory,
    private readonly writer: RecordWriter,
    private readonly committed: CommittedRecords,
    private readonly log: SecurityLog,
    private readonly metrics: AuditMetrics,
    readiness: Readiness,
  ) {
    super();
    this.group = new GroupCommit({
      commit: (records) => this.writer.insert(records),
      committed: (records) => this.afterCommit(records),
      failed: (error, records) => this.afterFailure(error, records),
      isTransient,
      maxBatch: MAX_BATCH,
      maxWaiting: MAX_WAITING,
      patienceMs: PATIENCE_MS,
    });
    readiness.register('audit', () => this.reasonNotReady());
  }

  async record(event: AuditEvent): Promise<void> {
    const record = this.factory.create(event);
    try {
      // One flush serves many requests: it must not run in the context of the one that started it.
      await RequestContext.exit(() => this.group.add(record));
    } catch (error) {
      this.refuse(record, error);
    }
  }

  async recordWithin(transaction: Transaction, event: AuditEvent): Promise<void> {
    const record = this.factory.create(event);
    await transaction.query(INSERT_RECORDS, toColumns([record]));
    this.committed.afterCommitOf(transaction, record);
  }

  async recordInStatement<T>(
    event: AuditEvent,
    change: (record: readonly RecordValue[]) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const record = this.factory.create(event);
    const changed = await change(toValues(record));
    if (changed !== undefined) this.committed.announce([record]);
    return changed;
  }

  /** Requests have ended when this runs; what they left behind is flushed. */
  async onApplicationShutdown(): Promise<void> {
    await this.group.drain();
    await this.writer.close().catch(() => undefined);
    await this.log.close();
  }

  private afterCommit(records: readonly NewAuditRecord[]): void {
    this.metrics.count(records);
    this.metrics.flushed.observe(records.length);
    this.metrics.waiting.set(this.group.size);
    this.log.append(records);
  }

  private afterFailure(error: unknown, records: readonly NewAuditRecord[]): void {
    this.metrics.flushFailures.inc();
    this.metrics.waiting.set(this.group.size);
    this.logger.warn({
      msg: 'Audit records could not be committed',
      records: records.length,
      cause: codeOf(error),
    });
  }

  private refuse(record: NewAuditRecord, error: unknown): void {
    const reason = error instanceof CommitError ? error.reason : 'rejected';
    const { id, eventType } = record;
    this.metrics.lost.inc({ reason });
    this.logger.error({
      msg: 'An audit record is lost',
      record: id,
      eventType,
      reason,
      cause: codeOf(error),
    });
    if (this.configuration.audit.onFailure === 'open') return;
    throw new ServiceUnavailableError(
      'The audit trail cannot be written; nothing is answered without it. Try again.',
      {
        cause: error,
      },
    );
  }

  /** While not ready no request comes to show that the database is back, so the probe looks for itself. */
  private async reasonNotReady(): Promise<string | undefined> {
    if (!this.group.isFailing) return undefined;
    try {
      await this.writer.check();
    } catch {
      return 'audit records cannot be written';
    }
    this.group.recovered();
    return undefined;
  }
}

function isTransient(error: unknown): boolean {
  return isDatabaseUnavailable(error) || TRANSACTION_ROLLBACK.test(codeOf(error) ?? '');
}

/** SQLSTATE or system code; a message could repeat a value. */
function codeOf(error: unknown): string | undefined {
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? undefined : codeOf(cause);
}
