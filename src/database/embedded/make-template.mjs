// @ts-check
// Part of the build: a migrated database without data that a first start unpacks, because making one takes seconds.
import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { loadConfiguration } from '../../config/index.js';
import { Migrator } from '../migrator.js';
import { EmbeddedDatabase } from './embedded-database.js';
import { packFolder } from './folder-pack.mjs';

const MAKE_SMALL = [
  // A cluster is born with two databases to copy from when another is created: two thirds of its files.
  ...['template1', 'template0'].flatMap((name) => [
    `ALTER DATABASE ${name} IS_TEMPLATE false`,
    `DROP DATABASE ${name}`,
  ]),
  // The next segment of the write-ahead log instead of the one that tells how all this was made.
  'SET wal_recycle = off',
  'SELECT pg_switch_wal()',
  'CHECKPOINT',
];

const template = fileURLToPath(new URL('./template.pack', import.meta.url));

if (!existsSync(template)) {
  const workFolder = `${template}.new`;
  await rm(workFolder, { recursive: true, force: true });
  await makeDatabase(workFolder);
  await makeSmall(join(workFolder, 'postgres'));
  packFolder(join(workFolder, 'postgres'), join(workFolder, 'pack'));
  await rename(join(workFolder, 'pack'), template);
  await rm(workFolder, { recursive: true });
}

/** @param {string} dataDir */
async function makeDatabase(dataDir) {
  const database = await EmbeddedDatabase.open(dataDir, (error) => {
    throw error;
  });
  const migrator = new Migrator(loadConfiguration({}));
  await migrator.migrate({ url: undefined, socketFolder: database.socketFolder });
  await database.stop();
}

/** @param {string} folder */
async function makeSmall(folder) {
  const database = await PGlite.create(folder);
  for (const statement of MAKE_SMALL) await database.exec(statement);
  await database.close();
}
