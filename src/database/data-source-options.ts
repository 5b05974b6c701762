import pg from 'pg';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import type { DatabaseConfiguration } from '../config/index.js';
import { connectionOptions, type DatabaseAddress } from './connection-options.js';

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
    extra,
    synchronize: false,
    logging: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
  };
}
