import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { StdioTransport } from '../../../config/index.js';

/** Milliseconds a child has after its input has ended, and once more after each signal. */
const PATIENCE_MS = 2_000;

/** An MCP server as a child process, with all that it starts in turn in a group of its own. */
export class ChildProcess {
  private constructor(private readonly child: ChildProcessWithoutNullStreams) {}

  /** @throws Error when the command cannot be started. */
  static async start({ command, args, inherited, env, cwd }: StdioTransport): Promise<ChildProcess> {
    const child = spawn(command, args, {
      env: { ...inherited, ...env },
      cwd,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    // Whoever writes to a child that is gone learns of it by its exit.
    child.stdin.on('error', () => undefined);
    await once(child, 'spawn');
    return new ChildProcess(child);
  }

  get output(): AsyncIterable<Buffer> {
    return this.child.stdout;
  }

  get complaints(): AsyncIterable<Buffer> {
    return this.child.stderr;
  }

  write(line: string): void {
    this.child.stdin.write(line);
  }

  /** Octets that were written to it and that it has not read. */
  get unread(): number {
    return this.child.stdin.writableLength;
  }

  get hasExited(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  onExit(listener: () => void): void {
    if (this.hasExited) listener();
    else this.child.once('exit', listener);
  }

  /** MCP, stdio: ends its input, and only whoever does not listen is killed. */
  async stop(): Promise<void> {
    this.child.stdin.end();
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      if (await this.exitsWithin(PATIENCE_MS)) break;
      this.signal(signal);
    }
    // What it left behind in its group.
    this.signal('SIGKILL');
  }

  private async exitsWithin(milliseconds: number): Promise<boolean> {
    if (this.hasExited) return true;
    const ended = new AbortController();
    const exit = once(this.child, 'exit', { signal: ended.signal }).then(
      () => true,
      () => false,
    );
    const patience = delay(milliseconds, false, { signal: ended.signal }).catch(() => false);
    const exited = await Promise.race([exit, patience]);
    ended.abort();
    return exited;
  }

  private signal(signal: NodeJS.Signals): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // Nobody of the group is left.
    }
  }
}
