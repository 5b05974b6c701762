import { Injectable } from '@nestjs/common';
import { DataSource, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import type { Transaction } from '../database/index.js';
import { AuditMetrics } from './audit-metrics.js';
import type { NewAuditRecord } from './audit-record.entity.js';
import { SecurityLog } from './security-log/security-log.js';

interface TransactionEvent {
  readonly queryRunner: QueryRunner;
}

/** Keeps records inserted in somebody's transaction until it commits; only then does the file get their lines. */
@Injectable()
export class CommittedRecords implements EntitySubscriberInterface {
  private readonly pending = new WeakMap<QueryRunner, NewAuditRecord[]>();

  constructor(
    dataSource: DataSource,
    private readonly log: SecurityLog,
    private readonly metrics: AuditMetrics,
  ) {
    dataSource.subscribers.push(this);
  }

  afterCommitOf(transaction: Transaction, record: NewAuditRecord): void {
    const { queryRunner } = transaction;
    if (queryRunner === undefined) throw new TypeError('recordWithin() needs an open transaction');
    const records = this.pending.get(queryRunner);
    if (records === undefined) this.pending.set(queryRunner, [record]);
    else records.push(record);
  }

  afterTransactionCommit({ queryRunner }: TransactionEvent): void {
    const records = this.pending.get(queryRunner);
    // A savepoint's release is announced as well; the records are certain only with the transaction.
    if (records === undefined || queryRunner.isTransactionActive) return;
    this.pending.delete(queryRunner);
    this.announce(records);
  }

  /** Counts records that are committed, and writes their lines. */
  announce(records: readonly NewAuditRecord[]): void {
    this.metrics.count(records);
    this.log.append(records);
  }

  afterTransactionRollback({ queryRunner }: TransactionEvent): void {
    if (!queryRunner.isTransactionActive) this.pending.delete(queryRunner);
  }
}
