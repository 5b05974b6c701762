import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { Readiness } from '../common/readiness.js';
import { Configuration } from '../config/index.js';
import { connectionOptions, type DatabaseAddress } from './connection-options.js';
import { isDatabaseUnavailable } from './database-errors.js';
import { DataFolderLock } from './embedded/data-folder-lock.js';
import type { EmbeddedDatabase } from './embedded/embedded-database.js';
import { openEmbedded } from './embedded/open-ahead.js';

/** Milliseconds a starting service waits for a server that does not answer yet. */
const START_PATIENCE_MS = 30_000;
const RETRY_MS = 500;

/** Whether this process may use an embedded database that another one has open (the command line beside the service). */
export type EmbeddedMode = 'own' | 'attach';

/** Decides where the database is, starts the embedded one if that is it, and stops it last of all. */
@Injectable()
export class DatabaseServer implements OnApplicationShutdown {
  private readonly logger = new Logger(DatabaseServer.name);
  private embedded: EmbeddedDatabase | undefined;
  private address: Promise<DatabaseAddress> | undefined;
  private failure: string | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly mode: EmbeddedMode,
    readiness: Readiness,
  ) {
    if (this.isEmbedded) readiness.register('embedded-database', () => this.failure);
  }

  get isEmbedded(): boolean {
    return this.configuration.database.url === undefined;
  }

  /**
   * Resolves once the database answers.
   *
   * @throws DataFolderInUseError when the embedded one belongs to another process.
   */
  ready(): Promise<DatabaseAddress> {
    this.address ??= this.isEmbedded ? this.openEmbedded() : this.waitForServer();
    return this.address;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.embedded?.stop();
  }

  private async openEmbedded(): Promise<DatabaseAddress> {
    const holder = this.mode === 'attach' ? DataFolderLock.holderOf(this.configuration.dataDir) : undefined;
    if (holder !== undefined) return { url: undefined, socketFolder: holder.socketFolder };
    this.embedded = await openEmbedded(this.configuration.dataDir, (error) => this.fail(error));
    return { url: undefined, socketFolder: this.embedded.socketFolder };
  }

  private fail(error: Error): void {
    this.failure = 'the embedded database has stopped; restart the service';
    this.logger.fatal({ msg: 'The embedded database has stopped', err: error });
  }

  private async waitForServer(): Promise<DatabaseAddress> {
    const address = { url: this.configuration.database.url, socketFolder: undefined };
    const deadline = Date.now() + START_PATIENCE_MS;
    for (let announced = false; ; announced = true) {
      try {
        await this.probe(address);
        return address;
      } catch (error) {
        if (!isDatabaseUnavailable(error) || Date.now() > deadline) throw error;
        if (!announced) this.logger.warn('Waiting for the database of DATABASE_URL to answer');
        await delay(RETRY_MS);
      }
    }
  }

  private async probe(address: DatabaseAddress): Promise<void> {
    const client = new pg.Client(connectionOptions(address, this.configuration.database, 'probe'));
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
