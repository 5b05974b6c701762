// @ts-check
// The embedded database's thread. Plain JavaScript, because a worker is loaded by file name
// and the same file has to serve the compiled service and the TypeScript tests.
import { Blob } from 'node:buffer';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { closeToOthers, fillFolder } from './database-folder.mjs';
import { serveSession } from './session-server.mjs';

/** @type {{ folder: string, template: string, socketPath: string, maxConnections: number }} */
const { folder, template, socketPath, maxConnections } = workerData;
if (parentPort === null) throw new Error('the embedded database runs in a thread of its own');

// Compiled in other threads while this one waits for the data folder and fills it.
// (The types of Node do not know that it has WebAssembly.)
const program = /** @type {any} */ (globalThis).WebAssembly.compile(part('pglite.wasm'));
await once(parentPort, 'message');

fillFolder(folder, template);
const database = await PGlite.create(folder, {
  pgliteWasmModule: await program,
  fsBundle: new Blob([part('pglite.data')]),
});
closeToOthers(folder);
const close = await serveSession(database, socketPath, maxConnections);

parentPort.on('message', async () => {
  await close();
  await database.close();
  parentPort?.postMessage('stopped');
  parentPort?.close();
});
parentPort.postMessage('ready');

/** @param {string} name a file beside the database's own script */
function part(name) {
  return readFileSync(new URL(name, import.meta.resolve('@electric-sql/pglite')));
}
