import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { keepLogsOf } from './kept-logs.js';

export type DatabaseKind = 'embedded' | 'server';

/** URL of a PostgreSQL server whose user may create databases. */
export const TEST_SERVER = process.env['TEST_DATABASE_URL'];

/** What tests run on when they do not care: TEST_DATABASE, else the server if there is one. */
const DEFAULT_KIND: DatabaseKind =
  TEST_SERVER === undefined || process.env['TEST_DATABASE'] === 'embedded' ? 'embedded' : 'server';

/** A migrated database on the server to make others from; scripts/test.mjs makes it. */
const TEMPLATE = process.env['TEST_DATABASE_TEMPLATE'];

/** In the names of tests that are left to the pass on a server; scripts/test.mjs looks for it. */
const SERVER_ONLY = '[PostgreSQL server only]';

/** `describe` in the pass on a PostgreSQL server (see TEST_DATABASE_URL); pass `'server'` to createTestDatabase. */
export const describeOnServer: (name: string, body: () => void) => void =
  DEFAULT_KIND === 'server' ? describe : (name, body) => describe.skip(`${name} ${SERVER_ONLY}`, body);

/** A fresh database without data for one test file. */
export interface TestDatabase {
  /** Environment variables that point the service at it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Undefined on the embedded database. */
  readonly url: string | undefined;
  readonly folder: string;
  drop(): Promise<void>;
}

/**
 * Makes a database on the server of TEST_DATABASE_URL, or a data folder for an embedded one.
 *
 * @param content empty for what is about migrating; the server's databases come migrated otherwise.
 */
export async function createTestDatabase(
  variables: Record<string, string> = {},
  kind: DatabaseKind = DEFAULT_KIND,
  content: 'migrated' | 'empty' = 'migrated',
): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-test-'));
  const name = `gatehouse_test_${randomBytes(6).toString('hex')}`;
  const server = kind === 'server' ? TEST_SERVER : undefined;
  const url = server === undefined ? undefined : await createOn(server, name, content);
  const dataDir = join(folder, 'data');
  const environment = {
    DATA_DIR: dataDir,
    LOG_DIR: join(folder, 'logs'),
    ...(url === undefined ? {} : { DATABASE_URL: url }),
    ...variables,
  };
  return {
    environment,
    url,
    folder,
    async drop() {
      if (server !== undefined) await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      keepLogsOf(environment.LOG_DIR);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createOn(server: string, name: string, content: 'migrated' | 'empty'): Promise<string> {
  const template = content === 'empty' || TEMPLATE === undefined ? '' : ` TEMPLATE ${TEMPLATE}`;
  await onServer(server, `CREATE DATABASE ${name}${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
