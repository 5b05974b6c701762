import 'reflect-metadata';
import type { FurtherModule } from './app.module.js';
import { refuseStart } from './app/refuse-start.js';
// Not the index: it brings Nest along, which can wait until the database is being opened.
import { readConfiguration } from './config/load-configuration.js';
import { generateRsaKeyPairAhead } from './auth/keys/rsa-key-pair.js';
import { EmbeddedDatabase } from './database/embedded/embedded-database.js';
import { openAhead } from './database/embedded/open-ahead.js';
import type { Configuration } from './config/configuration.js';

export interface GatehouseOptions {
  /** Modules beside Gatehouse's own; their tools, resources, prompts and routes are guarded like its own. */
  readonly modules?: readonly FurtherModule[];
}

/**
 * Starts the whole service with the configuration of the environment, and resolves once it listens.
 * When it cannot start it says why on standard error and ends the process with status 1.
 */
export async function startGatehouse({ modules = [] }: GatehouseOptions = {}): Promise<void> {
  await start(modules).catch(refuseStart);
}

async function start(modules: readonly FurtherModule[]): Promise<void> {
  const configuration = await readConfiguration();
  beginAhead(configuration);
  // Not before: loading the modules takes about as long as opening the database.
  const { serve } = await import('./serve.js');
  await serve(configuration, modules);
}

/** What other threads can do while this one loads the modules. */
function beginAhead({ database, dataDir, tokens }: Configuration): void {
  if (database.url !== undefined) return;
  if (tokens.sharedSecret === undefined && !EmbeddedDatabase.isIn(dataDir)) generateRsaKeyPairAhead();
  openAhead(dataDir);
}
