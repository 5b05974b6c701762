import type { ClientConfig } from 'pg';
import type { DatabaseConfiguration } from '../config/index.js';

/** How to reach the database, whichever it is. */
export interface DatabaseAddress {
  /** Undefined for the embedded database. */
  readonly url: string | undefined;
  /** Folder of the embedded database's socket. */
  readonly socketFolder: string | undefined;
}

export const CONNECT_TIMEOUT_MS = 3_000;
/** The client gives up a little after the server would, for when no answer comes at all. */
const ANSWER_GRACE_MS = 500;

/** Options of `pg` for one connection; the same for TypeORM's pool and for connections of one's own. */
export function connectionOptions(
  address: DatabaseAddress,
  configuration: DatabaseConfiguration,
  purpose: string,
): ClientConfig {
  const common = { application_name: `gatehouse ${purpose}`, connectionTimeoutMillis: CONNECT_TIMEOUT_MS };
  if (address.url === undefined) {
    return { ...common, host: address.socketFolder, port: 5432, user: 'postgres', database: 'postgres' };
  }
  return {
    ...common,
    connectionString: address.url,
    keepAlive: true,
    statement_timeout: configuration.statementTimeoutMs,
    query_timeout: configuration.statementTimeoutMs + ANSWER_GRACE_MS,
  };
}
