import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { NODE_FLAGS } from './node-flags.js';
import { PROCESS_ENVIRONMENT } from './process-environment.js';

const DIST = resolve(process.env['GATEHOUSE_DIST'] ?? 'dist');
const BATCH = resolve('test/support/cli-batch.mjs');

/** The built command line in a process that takes one command after another, until one of them fails. */
export class CliSession {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly exited: Promise<unknown>;
  private last: Promise<unknown> = Promise.resolve();
  private output = '';
  private complaints = '';

  constructor(environment: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [...NODE_FLAGS, BATCH, join(DIST, 'admin/cli/program.js')], {
      env: { ...PROCESS_ENVIRONMENT, ...environment },
    });
    this.exited = once(this.child, 'close');
    // Whoever asks is told by the end of the process.
    this.child.stdin.on('error', () => undefined);
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => (this.complaints += text));
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** What the command wrote, once those before it are through. Throws with what it complained of when it fails. */
  run(args: readonly string[]): Promise<string> {
    const answer = this.last.then(() => this.ask(args));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  async end(): Promise<void> {
    this.child.stdin.end();
    await this.exited;
  }

  private async ask(args: readonly string[]): Promise<string> {
    this.child.stdin.write(`${JSON.stringify(args)}\n`);
    while (!this.output.includes('\0')) {
      await Promise.race([once(this.child.stdout, 'data'), this.exited]);
      if (this.hasEnded && !this.output.includes('\0'))
        throw new Error(`${args.join(' ')}: exit code ${this.child.exitCode}\n${this.complaints}`);
    }
    const end = this.output.indexOf('\0');
    const answer = this.output.slice(0, end);
    this.output = this.output.slice(end + 1);
    return answer;
  }
}
