import { spawn, type ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { PROCESS_ENVIRONMENT } from './process-environment.js';

const START_TIMEOUT_MS = 30_000;

/** A program of others, or a fixture, that listens on a port of this machine. */
export interface ChildServer {
  stop(): Promise<void>;
}

/** Resolves once somebody listens on the port. */
export async function startChildServer(
  command: readonly [string, ...string[]],
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<ChildServer> {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    env: { ...PROCESS_ENVIRONMENT, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await untilListening(child, port, () => Buffer.concat(chunks).toString('utf8'));
  return { stop: () => end(child) };
}

async function untilListening(child: ChildProcess, port: number, said: () => string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    if (await isListening(port)) return;
    await delay(50);
  }
  child.kill('SIGKILL');
  throw new Error(`${child.spawnfile} does not listen on ${port}:\n${said()}`);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(patience);
}
