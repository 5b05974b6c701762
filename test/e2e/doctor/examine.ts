import { runCli, type CliResult } from '../../support/cli.js';

export interface Cause {
  readonly code: string;
  readonly problem: string;
  readonly mend: string;
}

export interface Report {
  readonly verdict: 'well' | 'ill';
  readonly causes: readonly Cause[];
  readonly warnings: readonly Cause[];
  readonly clients: Readonly<Record<'v1' | 'v2', { readonly connects: boolean }>>;
  readonly steps: readonly { readonly name: string; readonly client: string; readonly status: string }[];
}

/** The command with nothing but what it is given: no database, no server of ours. */
export function doctor(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult> {
  return runCli({ environment: {} }, ['doctor', ...args], env);
}

/** The report as JSON, with the exit code. */
export async function examine(
  url: string,
  credentials?: { readonly clientId: string; readonly clientSecret: string },
  ...args: readonly string[]
): Promise<Report & { readonly code: number }> {
  const further = credentials === undefined ? [] : ['--client-id', credentials.clientId];
  const env: Record<string, string> =
    credentials === undefined ? {} : { DOCTOR_CLIENT_SECRET: credentials.clientSecret };
  const { code, stdout, stderr } = await doctor([url, '--json', ...further, ...args], env);
  if (stdout === '') throw new Error(`exit code ${code}: ${stderr}`);
  return { ...(JSON.parse(stdout) as Report), code };
}
