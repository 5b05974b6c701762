import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadConfiguration, type Configuration } from '../../src/config/index.js';
import { fillFolder } from '../../src/database/embedded/database-folder.mjs';
import type { TestDatabase } from './test-database.js';

/** The sources have no template of an empty database beside them, the build has: seconds saved for every file. */
const TEMPLATE = resolve('dist/database/embedded/template.pack');

/** The configuration of what a test puts together from the sources, and the database it leads to. */
export function configurationOf({ environment, url }: TestDatabase): Configuration {
  const configuration = loadConfiguration({ LOG_LEVEL: 'error', ...environment });
  if (url === undefined) seed(configuration.dataDir);
  return configuration;
}

function seed(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  fillFolder(join(dataDir, 'postgres'), TEMPLATE);
}
