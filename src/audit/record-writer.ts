import { Injectable } from '@nestjs/common';
import type { Client } from 'pg';
import { inTime } from '../common/in-time.js';
import { DatabaseConnections } from '../database/index.js';
import { randomUuid } from '../security/index.js';
import type { NewAuditRecord } from './audit-record.entity.js';
import { INSERT_RECORDS, toColumns } from './insert-records.js';

/** Milliseconds until an attempt on a silent connection is given up, well inside what a request waits. */
const ATTEMPT_MS = 1_500;

interface Session {
  readonly client: Client;
  /** Connections to the embedded database share its one session, so the name is of this connection alone. */
  readonly statement: string;
}

/** Inserts records on a connection of its own, opened when needed and dropped at the first error. */
@Injectable()
export class RecordWriter {
  private session: Session | undefined;
  private opening: Promise<Session> | undefined;

  constructor(private readonly connections: DatabaseConnections) {}

  /** Commits all records or none; records already there are left alone. Throws what the driver throws. */
  async insert(records: readonly NewAuditRecord[]): Promise<void> {
    await this.query(({ statement }) => ({
      name: statement,
      text: INSERT_RECORDS,
      values: toColumns(records),
    }));
  }

  /** Whether the table can be reached. Throws what the driver throws. */
  async check(): Promise<void> {
    await this.query(() => ({ text: 'SELECT 1 FROM audit_records LIMIT 0' }));
  }

  async close(): Promise<void> {
    const session = this.session;
    this.session = undefined;
    await session?.client.end();
  }

  private async query(statement: (session: Session) => { name?: string; text: string; values?: unknown[] }) {
    const session = await this.connect();
    try {
      await inTime(session.client.query(statement(session)), ATTEMPT_MS, 'query');
    } catch (error) {
      this.drop(session);
      throw error;
    }
  }

  private async connect(): Promise<Session> {
    if (this.session !== undefined) return this.session;
    this.opening ??= this.open().finally(() => (this.opening = undefined));
    return inTime(this.opening, ATTEMPT_MS, 'connection');
  }

  private async open(): Promise<Session> {
    const client = await this.connections.open('audit');
    const session = { client, statement: `insert_audit_records_${randomUuid()}` };
    client.on('error', () => this.drop(session));
    this.session = session;
    return session;
  }

  private drop(session: Session): void {
    if (this.session === session) this.session = undefined;
    session.client.end().catch(() => undefined);
  }
}
