// @ts-check
// Part of the build: a migrated database folder without data that a first start copies, because making one takes seconds.
import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfiguration } from '../../config/index.js';
import { Migrator } from '../migrator.js';
import { EmbeddedDatabase } from './embedded-database.js';

const folder = fileURLToPath(new URL('./template', import.meta.url));

if (!existsSync(folder)) {
  const workFolder = `${folder}.new`;
  await rm(workFolder, { recursive: true, force: true });
  await makeDatabase(workFolder);
  await rename(join(workFolder, 'postgres'), folder);
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
