import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres';

/**
 * The PostgreSQL server to measure on: BENCH_DATABASE_URL, else one on this machine; undefined when none answers.
 *
 * @returns {Promise<{ create(): Promise<{ url: string, drop(): Promise<void> }> } | undefined>}
 */
export async function databaseServer() {
  const url = process.env.BENCH_DATABASE_URL ?? LOCAL;
  const reachable = await withClient(url, () => true).catch((error) => unreachable(error));
  return reachable ? { create: () => createDatabase(url) } : undefined;
}

/** A server that was named must answer; one that was only looked for need not. */
function unreachable(error) {
  if (process.env.BENCH_DATABASE_URL !== undefined) throw error;
  return false;
}

async function createDatabase(serverUrl) {
  const name = `gatehouse_bench_${randomBytes(6).toString('hex')}`;
  await withClient(serverUrl, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = new URL(serverUrl);
  url.pathname = name;
  const drop = () => withClient(serverUrl, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  return { url: url.href, drop: async () => void (await drop()) };
}

async function withClient(connectionString, work) {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
