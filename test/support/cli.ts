import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CliSession } from './cli-session.js';
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

/** By environment, those of this test file: starting a process for each command takes longer than most commands do. */
const sessions = new Map<string, CliSession>();

afterAll(async () => {
  await Promise.all([...sessions.values()].map((session) => session.end()));
});

/** The JSON answer of a command that is expected to succeed; pass `--json`. */
export async function cli(
  database: Pick<TestDatabase, 'environment'>,
  args: readonly string[],
  further: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const environment = { ...database.environment, ...further };
  return JSON.parse(await sessionFor(environment).run(args));
}

/** The JSON answers of several commands. */
export function cliAll(
  database: Pick<TestDatabase, 'environment'>,
  commands: readonly (readonly string[])[],
): Promise<unknown[]> {
  return Promise.all(commands.map((args) => cli(database, args)));
}

function sessionFor(environment: Readonly<Record<string, string>>): CliSession {
  const key = JSON.stringify(environment);
  const known = sessions.get(key);
  if (known !== undefined && !known.hasEnded) return known;
  const session = new CliSession(environment);
  sessions.set(key, session);
  return session;
}
