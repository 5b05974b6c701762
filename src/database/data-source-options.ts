import pg from 'pg';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import type { DatabaseConfiguration } from '../config/index.js';
import { CONNECT_TIMEOUT_MS, connectionOptions, type DatabaseAddress } from './connection-options.js';

/** A request waits for a free connection as long as the one before it, and its own, may take. */
const STATEMENTS_WAITED_FOR = 2;

/**
 * The pool has one limit for two things: waiting for a connection in use, and making a new one. A busy pool is no sign
 * that the database is gone; a connection that is not made soon is.
 */
class PooledClient extends pg.Client {
  constructor(options: pg.ClientConfig) {
    super({ ...options, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  }
}

/** TypeORM over the same driver and settings as every other connection; the schema is the migrations' alone. */
export function dataSourceOptions(
  address: DatabaseAddress,
  configuration: DatabaseConfiguration,
  purpose: string,
): PostgresDataSourceOptions {
  const { connectionString, host, port, user, database, ...extra } = connectionOptions(
    address,
    configuration,
    purpose,
  );
  return {
    type: 'postgres',
    driver: pg,
    ...(connectionString === undefined
      ? { host, port, username: user, database }
      : { url: connectionString }),
    // The embedded database has a single session: a second connection would wait for the first's transaction.
    poolSize: connectionString === undefined ? 1 : configuration.poolSize,
    extra: {
      ...extra,
      Client: PooledClient,
      connectionTimeoutMillis: STATEMENTS_WAITED_FOR * configuration.statementTimeoutMs,
    },
    synchronize: false,
    logging: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
  };
}
