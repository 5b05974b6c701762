import { Logger } from '@nestjs/common';
import type { Client } from 'pg';
import type { DatabaseConnections } from '../../database/index.js';
import { SharedCounters, type CounterHits } from './shared-counters.js';

/**
 * Adds up, and reads the totals together with those of the minute before. Sorted, so that replicas that
 * update the same counters lock them in the same order and never each other.
 */
const ADD = `
  WITH sent AS (
    SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS sent (counter, minute, hits)
  ), total AS (
    INSERT INTO rate_limit_counters AS known (counter, minute, hits)
    SELECT counter, minute, hits FROM sent ORDER BY counter, minute
    ON CONFLICT (counter, minute) DO UPDATE SET hits = known.hits + EXCLUDED.hits
    RETURNING counter, minute, hits
  )
  SELECT counter, minute, hits FROM total
  UNION ALL
  SELECT before.counter, before.minute, before.hits
  FROM rate_limit_counters AS before JOIN sent ON before.counter = sent.counter AND before.minute = sent.minute - 1`;
const FORGET = 'DELETE FROM rate_limit_counters WHERE minute < $1';
const KEPT_MINUTES = 2;

/** Counters in an unlogged table, over a connection of its own. */
export class PostgresCounters extends SharedCounters {
  readonly isShared = true;
  private readonly logger = new Logger(PostgresCounters.name);
  private client: Client | undefined;
  private forgotUntil = 0;

  constructor(private readonly connections: DatabaseConnections) {
    super();
  }

  async add(hits: readonly CounterHits[]): Promise<CounterHits[]> {
    const client = await this.connected();
    const columns = [
      hits.map((hit) => hit.counter),
      hits.map((hit) => hit.minute),
      hits.map((hit) => hit.hits),
    ];
    const { rows } = await client.query<Record<keyof CounterHits, string>>(ADD, columns);
    await this.forgetBefore(client, Math.max(...hits.map((hit) => hit.minute)) - KEPT_MINUTES);
    return rows.map((row) => ({ counter: row.counter, minute: Number(row.minute), hits: Number(row.hits) }));
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connected(): Promise<Client> {
    if (this.client !== undefined) return this.client;
    const client = await this.connections.open('rate limits');
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    // The counts may be lost with a crash: waiting for the disk would buy nothing.
    await client.query('SET synchronous_commit = off');
    this.client = client;
    return client;
  }

  private lose(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.logger.debug('The connection for rate limits is gone');
    void client.end().catch(() => undefined);
  }

  private async forgetBefore(client: Client, minute: number): Promise<void> {
    if (minute <= this.forgotUntil) return;
    await client.query(FORGET, [minute]);
    this.forgotUntil = minute;
  }
}
