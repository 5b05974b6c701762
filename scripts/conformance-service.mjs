// The built service as a stranger starts it: on a free port, with a fresh data folder.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const dist = resolve(import.meta.dirname, '..', process.env.GATEHOUSE_DIST ?? 'dist');
const main = join(dist, 'main.js');
const cliMain = join(dist, 'admin/cli/main.js');
const START_TIMEOUT_MS = 30_000;

/**
 * @param {string} folder for its data and logs
 * @param {Record<string, string>} settings
 */
export async function startService(folder, settings) {
  if (!existsSync(main)) throw new Error(`${main} is missing: run npm run build first`);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    LOG_DIR: join(folder, 'logs'),
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await untilReady(child, `${url}/health/ready`);
  return {
    url,
    token: () => requestToken(url),
    cli: (args, input) => runCli(args, env, input),
    stop: () => stop(child),
  };
}

export function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** The JSON answer of a command, run beside the service. */
function runCli(args, env, input = '') {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [cliMain, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.once('exit', (code) => {
      if (code === 0) done(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      else failed(new Error(`${args.slice(0, 2).join(' ')} ended with ${code}`));
    });
    child.stdin.end(input);
  });
}

async function untilReady(child, url) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await delay(100);
  }
  child.kill('SIGKILL');
  throw new Error('the service did not become ready');
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

async function requestToken(url) {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'mcp-client',
    client_secret: 'secret',
    scope: 'mcp.access',
  });
  const response = await fetch(`${url}/oauth2/token`, { method: 'POST', body });
  return (await response.json()).access_token;
}
