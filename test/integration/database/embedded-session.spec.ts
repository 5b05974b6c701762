import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedDatabase } from '../../../src/database/embedded/embedded-database.js';

describe('the embedded database’s one session, shared by connections', () => {
  let folder: string;
  let database: EmbeddedDatabase;
  const clients: pg.Client[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-session-'));
    database = await EmbeddedDatabase.open(folder, () => undefined);
    const client = await connect();
    await client.query('CREATE TABLE notes (writer integer, note text)');
  }, 60_000);
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      host: database.socketFolder,
      port: 5432,
      user: 'postgres',
      database: 'postgres',
    });
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  }

  it('never mixes statements, parameters or answers of different connections', async () => {
    const writers = await Promise.all([0, 1, 2, 3].map(() => connect()));
    const work = async (client: pg.Client, writer: number) => {
      for (let turn = 0; turn < 150; turn += 1) {
        const sum = await client.query<{ sum: number; who: string }>(
          `SELECT $1::int + $2::int AS sum, $3::text AS who`,
          [turn, writer, `writer ${writer}`],
        );
        expect(sum.rows).toEqual([{ sum: turn + writer, who: `writer ${writer}` }]);
        await expect(client.query('SELECT $1::int / 0 AS nothing', [turn])).rejects.toThrow(
          /division by zero/,
        );
      }
    };
    await Promise.all(writers.map(work));
  }, 60_000);

  it('keeps a transaction to the connection that opened it', async () => {
    const [one, other] = await Promise.all([connect(), connect()]);
    await one.query('BEGIN');
    await one.query('INSERT INTO notes VALUES ($1, $2)', [1, 'rolled back']);
    const counting = other.query<{ count: string }>('SELECT count(*) FROM notes WHERE writer = $1', [1]);
    await one.query('ROLLBACK');
    expect((await counting).rows).toEqual([{ count: '0' }]);
  });

  it('rolls back what a lost connection leaves open, and serves the next', async () => {
    const [lost, next] = await Promise.all([connect(), connect()]);
    await lost.query('BEGIN');
    await lost.query('INSERT INTO notes VALUES ($1, $2)', [2, 'lost']);
    (lost as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    const counted = await next.query<{ count: string }>('SELECT count(*) FROM notes WHERE writer = $1', [2]);
    expect(counted.rows).toEqual([{ count: '0' }]);
  });

  it('refuses more connections than it has room for, without a hang', async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => connect()));
    expect(attempts.some((attempt) => attempt.status === 'rejected')).toBe(true);
    expect(attempts.some((attempt) => attempt.status === 'fulfilled')).toBe(true);
  });
});
