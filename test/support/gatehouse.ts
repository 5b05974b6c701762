import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { keepLog } from './kept-logs.js';
import { freePort } from './free-port.js';
import { NODE_FLAGS } from './node-flags.js';
import { PROCESS_ENVIRONMENT } from './process-environment.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

const DIST = resolve(process.env['GATEHOUSE_DIST'] ?? 'dist');
const START_TIMEOUT_MS = 90_000;
const STOP_TIMEOUT_MS = 20_000;

export interface StartOptions {
  /** Program that starts the service; the service's own unless another is given. */
  readonly entry?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Share the database of another instance, or reuse one across restarts; the caller drops it. */
  readonly database?: TestDatabase;
  /** Reuse a port, for a restart under the same issuer. */
  readonly port?: number;
}

export interface TokenRequest {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly scope?: string;
  readonly resource?: string | readonly string[];
}

/** The built service as a child process, as a stranger would run it. */
export interface Gatehouse {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly dataDir: string;
  readonly logDir: string;
  readonly database: TestDatabase;
  /** Everything it wrote to standard output and standard error so far. */
  output(): string;
  /** A token of `mcp-client`, or of the client named. */
  token(request?: TokenRequest): Promise<string>;
  /** A token of the administrator's client; all it may have unless a scope is named. */
  adminToken(scope?: string): Promise<string>;
  /** Ends it as a supervisor would, and drops its database unless it was passed in. */
  stop(): Promise<void>;
  /** Ends it as a supervisor would and resolves with its exit code; the database stays until `stop()`. */
  terminate(): Promise<number | null>;
  /** Ends it without warning (SIGKILL); the database stays. */
  kill(): Promise<void>;
}

export async function startGatehouse(options: StartOptions = {}): Promise<Gatehouse> {
  const database = options.database ?? (await createTestDatabase());
  const port = options.port ?? (await freePort());
  const child = launch(port, { ...database.environment, ...options.env }, options.entry);
  const text = collect(child);
  const scheme = options.env?.['TLS_CERT_FILE'] === undefined ? 'http' : 'https';
  const url = options.env?.['PUBLIC_URL'] ?? `${scheme}://localhost:${port}`;
  await untilReady(child, `${scheme}://127.0.0.1:${port}/health/ready`, text);
  const dataDir = database.environment['DATA_DIR'] ?? '';
  const self: Gatehouse = {
    url,
    port,
    pid: child.pid ?? 0,
    dataDir,
    logDir: database.environment['LOG_DIR'] ?? '',
    database,
    output: text,
    token: (request = {}) => requestToken(port, request),
    adminToken: (scope) =>
      requestToken(port, { ...administrator(dataDir), ...(scope === undefined ? {} : { scope }) }),
    async stop() {
      await end(child, 'SIGTERM');
      if (options.database === undefined) await database.drop();
    },
    async terminate() {
      await end(child, 'SIGTERM');
      return child.exitCode;
    },
    kill: () => end(child, 'SIGKILL'),
  };
  return self;
}

/** Starts the service expecting it to refuse; resolves with its exit code and what it said. */
export async function refusedStart(
  env: Record<string, string>,
  entry?: string,
): Promise<{ code: number | null; output: string }> {
  const child = launch(await freePort(), env, entry);
  const text = collect(child);
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  return { code, output: text() };
}

function launch(port: number, env: Record<string, string>, entry = join(DIST, 'main.js')): ChildProcess {
  return spawn(process.execPath, [...NODE_FLAGS, entry], {
    env: { ...PROCESS_ENVIRONMENT, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): () => string {
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const text = () => Buffer.concat(chunks).toString('utf8');
  child.once('exit', () => keepLog(`${child.pid}-output`, text()));
  return text;
}

async function untilReady(child: ChildProcess, url: string, text: () => string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}:\n${text()}`);
    if ((await statusOf(url)) === 200) return;
    await delay(50);
  }
  child.kill('SIGKILL');
  throw new Error(`the service was not ready in time:\n${text()}`);
}

/** Undefined while nobody answers. Whose certificate it is does not matter here. */
function statusOf(url: string): Promise<number | undefined> {
  const get = url.startsWith('https:') ? getHttps : getHttp;
  return new Promise((done) => {
    get(url, { agent: false, rejectUnauthorized: false }, (answer) => done(answer.resume().statusCode)).on(
      'error',
      () => done(undefined),
    );
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill(signal);
  const patience = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(patience);
}

async function requestToken(port: number, request: TokenRequest): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: request.clientId ?? 'mcp-client',
    client_secret: request.clientSecret ?? 'secret',
  });
  if (request.scope !== undefined) body.set('scope', request.scope);
  for (const resource of [request.resource ?? []].flat()) body.append('resource', resource);
  const response = await fetch(`http://127.0.0.1:${port}/oauth2/token`, { method: 'POST', body });
  const answer = (await response.json()) as { access_token?: string; error?: string };
  if (answer.access_token === undefined) throw new Error(`no token: ${JSON.stringify(answer)}`);
  return answer.access_token;
}

/** The administrator's client as the first start left it in the data folder. */
function administrator(dataDir: string): { clientId: string; clientSecret: string } {
  const file = readdirSync(dataDir).find((name) => /admin.*\.json$/.test(name));
  if (file === undefined || !existsSync(join(dataDir, file)))
    throw new Error('no administrator client in the data folder');
  const content = JSON.parse(readFileSync(join(dataDir, file), 'utf8')) as Record<string, string>;
  return { clientId: content['client_id'] ?? '', clientSecret: content['client_secret'] ?? '' };
}
