import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { NODE_FLAGS } from './node-flags.js';
import { PROCESS_ENVIRONMENT } from './process-environment.js';
import type { TestDatabase } from './test-database.js';

const DIST = resolve(process.env['GATEHOUSE_DIST'] ?? 'dist');
const run = promisify(execFile);

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line against a database; resolves whatever its exit code is. */
export async function runCli(
  database: Pick<TestDatabase, 'environment'>,
  args: readonly string[],
  further: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  const env = { ...PROCESS_ENVIRONMENT, ...database.environment, ...further };
  try {
    const { stdout, stderr } = await run(
      process.execPath,
      [...NODE_FLAGS, join(DIST, 'admin/cli/main.js'), ...args],
      {
        env,
      },
    );
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

/** The JSON answer of a command that is expected to succeed; pass `--json`. */
export async function cli(
  database: TestDatabase,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { code, stdout, stderr } = await runCli(database, args, env);
  if (code !== 0) throw new Error(`${args.join(' ')}: exit code ${code}\n${stderr}`);
  return JSON.parse(stdout);
}

/** The JSON answers of several commands, run in one process: starting one for each takes longer than the commands do. */
export async function cliAll(
  database: TestDatabase,
  commands: readonly (readonly string[])[],
): Promise<unknown[]> {
  const batch = resolve('test/support/cli-batch.mjs');
  const running = run(process.execPath, [...NODE_FLAGS, batch, join(DIST, 'admin/cli/program.js')], {
    env: { ...PROCESS_ENVIRONMENT, ...database.environment },
  });
  running.child.stdin?.end(JSON.stringify(commands));
  const { stdout } = await running;
  return stdout
    .split('\0')
    .slice(0, -1)
    .map((answer) => JSON.parse(answer) as unknown);
}
