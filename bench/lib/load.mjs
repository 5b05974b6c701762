import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { LOAD_CORE, nodeOnCore } from './cores.mjs';
import { serialize } from './http-request.mjs';

const generator = fileURLToPath(new URL('./load-generator.mjs', import.meta.url));

/** Requests in flight at once: what the reference figures were measured with. */
export const CONNECTIONS = 16;

/**
 * Loads a server for some seconds.
 *
 * @param {import('./server-process.mjs').ServerProcess} server
 * @param {{ requests: import('./http-request.mjs').HttpRequest[], expected: string, renew?: unknown }} work connections
 *   take the requests in turn, and each once if they have to be renewed; `expected` must stand in every answer
 * @param {number} seconds
 * @returns {Promise<{ answers: number, errors: number, firstError?: string, rps: number, p50: number, p99: number }>}
 */
export async function load(server, { requests, expected, renew }, seconds) {
  const [command, args] = nodeOnCore([generator], LOAD_CORE);
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const bytes = requests.map((request) => serialize(server.port, request));
  const isOnce = renew !== undefined;
  child.send({ port: server.port, requests: bytes, isOnce, expected, connections: CONNECTIONS, seconds });
  const [report] = await Promise.race([once(child, 'message'), failure(child)]);
  return report;
}

/**
 * The work with requests that nobody has sent, where a request is good only once. Not part of what is measured.
 *
 * @param {import('../contestants/floors.mjs').Work} work
 * @param {number} seconds
 */
export async function renewed(work, seconds) {
  return work.renew === undefined ? work : { ...work, requests: await work.renew(seconds) };
}

async function failure(child) {
  const [code] = await once(child, 'exit');
  throw new Error(`the load generator ended early with code ${code}`);
}
