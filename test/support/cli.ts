import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CliSession, type CliResult } from './cli-session.js';
import { NODE_FLAGS } from './node-flags.js';
import { PROCESS_ENVIRONMENT } from './process-environment.js';
import type { TestDatabase } from './test-database.js';

export type { CliResult } from './cli-session.js';

type Environment = Readonly<Record<string, string>>;
type At = Pick<TestDatabase, 'environment'>;

const PROGRAM = join(resolve(process.env['GATEHOUSE_DIST'] ?? 'dist'), 'admin/cli/main.js');
const execute = promisify(execFile);

/** Of this test file: starting a process for each command takes longer than most commands do. */
let session: CliSession | undefined;

afterAll(() => session?.end());

/** Runs a command of the built command line against a database; resolves whatever its exit code is. */
export async function runCli(
  { environment }: At,
  args: readonly string[],
  further: Environment = {},
): Promise<CliResult> {
  for (;;) {
    const asked = (session ??= new CliSession());
    const result = await asked.run(args, { ...PROCESS_ENVIRONMENT, ...environment, ...further });
    if (result !== undefined) return result;
    if (session === asked) session = undefined;
  }
}

/** The same in a process of its own, as an administrator does. */
export async function runCliProcess({ environment }: At, args: readonly string[]): Promise<CliResult> {
  const env = { ...PROCESS_ENVIRONMENT, ...environment };
  try {
    const { stdout, stderr } = await execute(process.execPath, [...NODE_FLAGS, PROGRAM, ...args], { env });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

/** The JSON answer of a command that is expected to succeed; pass `--json`. */
export async function cli(database: At, args: readonly string[], env?: Environment): Promise<unknown> {
  const { code, stdout, stderr } = await runCli(database, args, env);
  if (code !== 0) throw new Error(`${args.join(' ')}: exit code ${code}\n${stderr}`);
  return JSON.parse(stdout);
}

/** The JSON answers of several commands. */
export function cliAll(database: At, commands: readonly (readonly string[])[]): Promise<unknown[]> {
  return Promise.all(commands.map((args) => cli(database, args)));
}
