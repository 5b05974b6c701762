import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearTimeout, setTimeout } from 'node:timers';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { nodeOnCore, SERVER_CORE } from './cores.mjs';

const probe = fileURLToPath(new URL('./probe.mjs', import.meta.url));
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;

/**
 * @typedef {object} Program
 * @property {string} script
 * @property {string} readyPath path whose first answer means that the server is ready
 * @property {Record<string, string>} [env]
 * @property {string[]} [nodeFlags]
 * @property {boolean} [pinned] whether it is kept on the servers' core; true by default
 * @property {string} [folder] working folder to use instead of a new one
 * @property {() => Promise<void>} [afterStop] what else to clean up
 */

/** One measured server: a child process with a folder of its own, thrown away when it stops. */
export class ServerProcess {
  /** Milliseconds from the start of the process to its first answer. */
  readyAfterMs = 0;

  constructor(child, url, folder, afterStop) {
    this.child = child;
    this.url = url;
    this.folder = folder;
    this.afterStop = afterStop;
  }

  /**
   * Starts `script` with PORT set to a free port and waits for its first answer of any status.
   *
   * @param {Program} program
   */
  static async start({ script, readyPath, env = {}, nodeFlags = [], pinned = true, folder, afterStop }) {
    const home = folder ?? (await temporaryFolder());
    const port = await freePort();
    const [command, args] = nodeOnCore(
      [...nodeFlags, '--import', probe, script],
      pinned ? SERVER_CORE : undefined,
    );
    const startedAt = performance.now();
    const child = spawn(command, args, {
      cwd: home,
      env: { ...process.env, NODE_ENV: 'production', BENCH_FOLDER: home, ...env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    keepOutput(child, join(home, 'output.log'));
    const server = new ServerProcess(child, `http://localhost:${port}`, home, afterStop);
    server.environment = env;
    await server.#firstAnswer(readyPath);
    server.readyAfterMs = performance.now() - startedAt;
    return server;
  }

  get port() {
    return Number(new URL(this.url).port);
  }

  /** CPU time so far in microseconds (every thread) and memory in bytes. */
  usage() {
    return this.ask('usage');
  }

  /** Puts a question to the probe inside the server. */
  async ask(question) {
    this.child.send(question);
    const [answer] = await once(this.child, 'message');
    return answer;
  }

  /** Asks the server to end, as an operator would, and leaves its folder. */
  async exit() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const limit = setTimeout(() => this.child.kill('SIGKILL'), STOP_LIMIT_MS);
    await exited;
    clearTimeout(limit);
  }

  /** Ends the server and removes what it was given. */
  async stop() {
    await this.exit();
    await rm(this.folder, { recursive: true, force: true });
    await this.afterStop?.();
  }

  async #firstAnswer(path) {
    const deadline = performance.now() + START_LIMIT_MS;
    while (performance.now() < deadline) {
      if (this.child.exitCode !== null) break;
      const answered = await fetch(`${this.url}${path}`).then(
        (answer) => answer.arrayBuffer(),
        () => undefined,
      );
      if (answered !== undefined) return;
      await delay(5);
    }
    const output = await readFile(join(this.folder, 'output.log'), 'utf8');
    await this.stop();
    throw new Error(`${this.child.spawnargs.at(-1)} did not answer at ${path}:\n${output.slice(-4_000)}`);
  }
}

/** A folder under the system's temporary one, readable by its owner only. */
export function temporaryFolder() {
  return mkdtemp(join(tmpdir(), 'gatehouse-bench-'));
}

function keepOutput(child, file) {
  const output = createWriteStream(file);
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
}

async function freePort() {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address();
  listener.close();
  await once(listener, 'close');
  return port;
}
