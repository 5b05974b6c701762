import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Client } from 'pg';
import { DatabaseConnections } from './database-connections.js';
import { DatabaseServer } from './database-server.js';
import type { Transaction } from './transactions.js';

/** What replicas keep in memory and have to drop when somebody changes it. */
export const CHANGE_TOPICS = [
  'clients',
  'signing-keys',
  'api-keys',
  'scopes',
  'lockouts',
  'revocations',
  'users',
  'upstreams',
  'upstream-grants',
] as const;
export type ChangeTopic = (typeof CHANGE_TOPICS)[number];

const CHANNEL = 'gatehouse_changes';
/** How often all revisions are read, NOTIFY or not. */
export const FEED_POLL_MS = 250;
/** Promise of the design: a revocation reaches every replica within this time. */
export const FEED_STALE_MS = 1_000;

/**
 * Tells every replica, and a server beside the command line, that cached state changed.
 * Each topic has a revision that its writers raise inside their transaction (the row lock makes it
 * commit-ordered, so none is missed); replicas read all revisions every 250 ms, and at once on a
 * server's NOTIFY. When the feed cannot be read for a second, caches must not be trusted.
 */
@Injectable()
export class ChangeFeed implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(ChangeFeed.name);
  private readonly listeners = new Map<ChangeTopic, Set<() => void>>();
  private readonly revisions = new Map<string, string>();
  private client: Client | undefined;
  private lastRead = 0;
  private reading: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly connections: DatabaseConnections,
    private readonly server: DatabaseServer,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.connect();
    await this.read();
    this.timer = setInterval(() => void this.poll(), FEED_POLL_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** Announces a change in the transaction that makes it. */
  async announce(transaction: Transaction, topic: ChangeTopic): Promise<void> {
    await transaction.query('UPDATE revisions SET revision = revision + 1 WHERE topic = $1', [topic]);
    if (!this.server.isEmbedded) await transaction.query('SELECT pg_notify($1, $2)', [CHANNEL, topic]);
  }

  /** Calls `listener` whenever the topic changed, and once after the feed had been lost. */
  onChange(topic: ChangeTopic, listener: () => void): void {
    const listeners = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, listeners.add(listener));
  }

  /** False while the feed has not been read for a second: ask the database instead of a cache. */
  isCurrent(): boolean {
    return Date.now() - this.lastRead <= FEED_STALE_MS;
  }

  /** Milliseconds since the feed was last read: the bound on how stale a cache may be. */
  staleness(): number {
    return Date.now() - this.lastRead;
  }

  private async connect(): Promise<void> {
    const client = await this.connections.open('change feed');
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', () => void this.poll());
    if (!this.server.isEmbedded) await client.query(`LISTEN ${CHANNEL}`);
    if (this.stopped) await client.end();
    else this.client = client;
  }

  private lose(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.logger.warn('The change feed lost its connection; caches are bypassed until it is back');
    void client.end().catch(() => undefined);
  }

  private poll(): Promise<void> {
    // Notifications may still come while the connection ends; to connect again for them would keep the process alive.
    if (this.stopped) return Promise.resolve();
    this.reading ??= this.readOrReconnect().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readOrReconnect(): Promise<void> {
    try {
      if (this.client === undefined) await this.connect();
      await this.read();
    } catch {
      const client = this.client;
      if (client !== undefined) this.lose(client);
    }
  }

  private async read(): Promise<void> {
    const startedAt = Date.now();
    const result = await this.client?.query<{ topic: string; revision: string }>(
      'SELECT topic, revision FROM revisions',
    );
    if (result === undefined) return;
    for (const { topic, revision } of result.rows) this.compare(topic, revision);
    this.lastRead = startedAt;
  }

  private compare(topic: string, revision: string): void {
    const known = this.revisions.get(topic);
    this.revisions.set(topic, revision);
    // The first reading comes before every load (this module is initialised before those that load): nothing is old.
    if (known === revision || this.lastRead === 0) return;
    for (const listener of this.listeners.get(topic as ChangeTopic) ?? []) listener();
  }
}
