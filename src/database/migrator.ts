import { Injectable, Logger } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Configuration } from '../config/index.js';
import { APPEND_ONLY_TABLES } from './append-only-tables.js';
import { connectionOptions, type DatabaseAddress } from './connection-options.js';
import { dataSourceOptions } from './data-source-options.js';
import { migrations } from './migrations/index.js';

/** Any number that no other user of the same server's advisory locks picks; this one spells "gate". */
const MIGRATION_LOCK = 0x67617465;

/** Brings the schema up to date before anything else uses it. */
@Injectable()
export class Migrator {
  private readonly logger = new Logger(Migrator.name);

  constructor(private readonly configuration: Configuration) {}

  /**
   * Applies what is missing, once, however many replicas start together: an advisory lock held on a
   * connection of its own makes the others wait and then find nothing to do.
   */
  async migrate(address: DatabaseAddress): Promise<void> {
    const owner = { ...address, url: this.configuration.database.migrationUrl };
    const lock = await this.connect(owner);
    try {
      await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      if (await isUpToDate(lock)) return;
      await this.apply(owner);
      await this.grantRuntimeLogin(lock, address);
    } finally {
      await lock.end();
    }
  }

  private async connect(address: DatabaseAddress): Promise<pg.Client> {
    const options = connectionOptions(address, this.configuration.database, 'migrations');
    // Waiting for another replica's migrations, and migrating, may take longer than a request may.
    const client = new pg.Client({ ...options, statement_timeout: 0, query_timeout: 0 });
    await client.connect();
    return client;
  }

  private async apply(owner: DatabaseAddress): Promise<void> {
    const options = dataSourceOptions(owner, this.configuration.database, 'migrations');
    const dataSource = new DataSource({
      ...options,
      migrations,
      poolSize: 1,
      extra: { ...options.extra, statement_timeout: 0, query_timeout: 0 },
    });
    await dataSource.initialize();
    try {
      const applied = await dataSource.runMigrations({ transaction: 'each' });
      this.logger.log({ msg: 'Migrated the database', migrations: applied.map(({ name }) => name) });
    } finally {
      await dataSource.destroy();
    }
  }

  /** Where the runtime login is not the owner, it may not alter the schema nor what is append-only. */
  private async grantRuntimeLogin(owner: pg.Client, address: DatabaseAddress): Promise<void> {
    if (address.url === undefined || address.url === this.configuration.database.migrationUrl) return;
    const runtime = pg.escapeIdentifier(await this.loginOf(address));
    const appendOnly = APPEND_ONLY_TABLES.map((table) => pg.escapeIdentifier(table)).join(', ');
    await owner.query(`GRANT USAGE ON SCHEMA public TO ${runtime}`);
    await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${runtime}`);
    await owner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${appendOnly} FROM ${runtime}`);
    await owner.query(`REVOKE INSERT, UPDATE, DELETE ON migrations FROM ${runtime}`);
    await owner.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${runtime}`);
  }

  private async loginOf(address: DatabaseAddress): Promise<string> {
    const client = await this.connect(address);
    try {
      const result = await client.query<{ login: string }>('SELECT current_user AS login');
      return result.rows[0]?.login ?? '';
    } finally {
      await client.end();
    }
  }
}

async function isUpToDate(client: pg.Client): Promise<boolean> {
  const exists = await client.query<{ found: boolean }>(
    `SELECT to_regclass('migrations') IS NOT NULL AS found`,
  );
  if (exists.rows[0]?.found !== true) return false;
  const applied = await client.query<{ name: string }>('SELECT name FROM migrations');
  const names = new Set(applied.rows.map(({ name }) => name));
  return migrations.every((migration) => names.has(migration.name));
}
