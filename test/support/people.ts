import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { PROCESS_ENVIRONMENT } from './process-environment.js';
import type { TestDatabase } from './test-database.js';

const DIST = resolve(process.env['GATEHOUSE_DIST'] ?? 'dist');

/** What a test says about a person; what it does not say is made up, other for each. */
export interface NewTestUser {
  readonly username?: string;
  readonly password?: string;
  readonly roles?: readonly string[];
  readonly email?: string;
  readonly displayName?: string;
}

/** A person who can log in. */
export interface TestUser {
  /** The subject of their tokens. */
  readonly id: string;
  readonly username: string;
  readonly password: string;
}

/** Creates a person by the command line, beside the running service; the password goes through standard input. */
export async function createUser(
  { database }: { readonly database: TestDatabase },
  user: NewTestUser = {},
): Promise<TestUser> {
  const username = user.username ?? `person-${randomBytes(6).toString('hex')}`;
  const password = user.password ?? randomBytes(16).toString('base64url');
  const options = [
    ...(user.roles ?? []).flatMap((role) => ['--role', role]),
    ...(user.email === undefined ? [] : ['--email', user.email]),
    ...(user.displayName === undefined ? [] : ['--display-name', user.displayName]),
  ];
  const args = ['user', 'create', '--username', username, ...options, '--json'];
  const { code, stdout, stderr } = await runCliWithInput(database, args, `${password}\n`);
  if (code !== 0) throw new Error(`user create: exit code ${code}\n${stderr}`);
  return { username, password, id: (JSON.parse(stdout) as { id: string }).id };
}

/** Runs the built command line with something on its standard input; resolves whatever its exit code is. */
export function runCliWithInput(
  database: TestDatabase,
  args: readonly string[],
  input: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...PROCESS_ENVIRONMENT, ...database.environment };
  return new Promise((done) => {
    const main = join(DIST, 'admin/cli/main.js');
    const child = execFile(process.execPath, [main, ...args], { env }, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}
