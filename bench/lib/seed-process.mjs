import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { LOAD_CORE, nodeOnCore } from './cores.mjs';

const script = fileURLToPath(new URL('./seed-tokens.mjs', import.meta.url));

/**
 * Starts a program beside a running Gatehouse that puts people's codes and tokens into its database, as the command
 * line would; it ends with the server.
 *
 * @param {import('./server-process.mjs').ServerProcess} server
 * @param {string} build folder of the built service
 * @returns {(question: { seed: 'code' | 'refresh', count: number }) => Promise<any>}
 */
export function startSeed(server, build) {
  const [command, args] = nodeOnCore([script, build, server.url], LOAD_CORE);
  const child = spawn(command, args, {
    cwd: server.folder,
    env: { ...process.env, ...server.environment, PORT: String(server.port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  server.child.once('exit', () => child.kill());
  const failed = failure(child);
  failed.catch(() => undefined);
  return async (question) => {
    child.send(question);
    return Promise.race([new Promise((resolve) => child.once('message', resolve)), failed]);
  };
}

async function failure(child) {
  const [code] = await once(child, 'exit');
  throw new Error(`the seeding program ended early with code ${code}`);
}
