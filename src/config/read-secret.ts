import { readFileSync } from 'node:fs';

/** A secret by the name of its variable, else of its file; undefined when it is not there or empty. */
export function readSecret(
  { variable, file }: { readonly variable: string | undefined; readonly file: string | undefined },
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const secret = variable === undefined ? readTextFile(file) : environment[variable];
  return secret === '' ? undefined : secret;
}

/** The text of a file without blanks around it; undefined when it cannot be read. */
export function readTextFile(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
