// @ts-check
// The embedded database's thread. Plain JavaScript, because a worker is loaded by file name
// and the same file has to serve the compiled service and the TypeScript tests.
import { PGlite } from '@electric-sql/pglite';
import { parentPort, workerData } from 'node:worker_threads';
import { closeToOthers, fillFolder } from './database-folder.mjs';
import { serveSession } from './session-server.mjs';

/** @type {{ folder: string, template: string, socketPath: string, maxConnections: number }} */
const { folder, template, socketPath, maxConnections } = workerData;

// Here rather than in the main thread, which loads the service's modules meanwhile.
fillFolder(folder, template);
const database = await PGlite.create(folder);
closeToOthers(folder);
const close = await serveSession(database, socketPath, maxConnections);

parentPort?.on('message', async () => {
  await close();
  await database.close();
  parentPort?.postMessage('stopped');
  parentPort?.close();
});
parentPort?.postMessage('ready');
