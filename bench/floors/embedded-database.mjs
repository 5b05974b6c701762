/** The embedded database alone: opens the folder it is given, answers one query, and says so over HTTP. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const database = await PGlite.create(join(process.env.BENCH_FOLDER, 'database'));
const { rows } = await database.query('SELECT 1 AS one');

createServer((_, response) => response.end(JSON.stringify(rows))).listen(
  Number(process.env.PORT),
  '127.0.0.1',
);
