import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { NODE_FLAGS } from './node-flags.js';
import { PROCESS_ENVIRONMENT } from './process-environment.js';

const DIST = resolve(process.env['GATEHOUSE_DIST'] ?? 'dist');
const BATCH = resolve('test/support/cli-batch.mjs');

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built command line in a process that takes one command after another, until one of them ends it. */
export class CliSession {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly closed: Promise<unknown>;
  private last: Promise<unknown> = Promise.resolve();
  private ended = false;
  private stdout = '';
  private stderr = '';

  constructor() {
    const program = join(DIST, 'admin/cli/program.js');
    this.child = spawn(process.execPath, [...NODE_FLAGS, BATCH, program], { env: PROCESS_ENVIRONMENT });
    this.closed = once(this.child, 'close').then(() => (this.ended = true));
    // Whoever asks is told by the end of the process.
    this.child.stdin.on('error', () => undefined);
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
  }

  /** What became of the command, once those before it are through; undefined when one of them ended the process. */
  run(args: readonly string[], environment: Readonly<NodeJS.ProcessEnv>): Promise<CliResult | undefined> {
    const result = this.last.then(() => this.ask(args, environment));
    this.last = result;
    return result;
  }

  async end(): Promise<void> {
    this.child.stdin.end();
    await this.closed;
  }

  private async ask(
    args: readonly string[],
    environment: Readonly<NodeJS.ProcessEnv>,
  ): Promise<CliResult | undefined> {
    if (this.ended || this.child.exitCode !== null) return undefined;
    [this.stdout, this.stderr] = ['', ''];
    this.child.stdin.write(`${JSON.stringify({ args, environment })}\n`);
    while (!this.ended && !this.isAnswered()) await Promise.race([this.hears(), this.closed]);
    const { stdout, stderr } = this;
    if (!this.isAnswered()) return { code: this.child.exitCode ?? 1, stdout, stderr };
    const [text = '', code] = stdout.split('\0');
    return { code: Number(code), stdout: text, stderr: stderr.slice(0, -1) };
  }

  private hears(): Promise<unknown> {
    return Promise.race([once(this.child.stdout, 'data'), once(this.child.stderr, 'data')]);
  }

  private isAnswered(): boolean {
    return this.stdout.endsWith('\0') && this.stderr.endsWith('\0');
  }
}
