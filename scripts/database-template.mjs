import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * A migrated database without data on the server, from which tests make theirs: migrating each takes longer than most
 * tests do. The build makes the same for the embedded database.
 *
 * @param {string} server URL of one whose user may create databases.
 */
export async function makeTemplate(server) {
  const { loadConfiguration } = await import('../dist/config/index.js');
  const { Migrator } = await import('../dist/database/migrator.js');
  const name = `gatehouse_template_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const configuration = loadConfiguration({ DATABASE_URL: url.href });
  await new Migrator(configuration).migrate({ url: url.href });
  return { name, drop: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/**
 * @param {string} server
 * @param {string} statement
 */
async function onServer(server, statement) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
