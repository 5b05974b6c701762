import { readFile, stat } from 'node:fs/promises';
import { isNativeError } from 'node:util/types';
import type { PolicyFile } from './file-rule.js';
import type { KnownNames } from './known-names.js';
import { PolicyFileError } from './policy-mistake.js';

/** A thousand rules; more takes longer to read than calls should wait. */
const MAX_BYTES = 524_288;

/**
 * Reads and checks a policy file.
 *
 * @throws PolicyFileError naming every mistake with its line, or why the file cannot be read.
 */
export async function loadPolicyFile(path: string, known: KnownNames): Promise<PolicyFile> {
  // Not before it is needed: who has no policy file need not load a YAML parser.
  const [text, { readPolicy }] = await Promise.all([readText(path), import('./read-policy.js')]);
  const { policy, mistakes } = readPolicy(text, known);
  if (mistakes !== undefined) throw new PolicyFileError(path, mistakes);
  return policy;
}

async function readText(path: string): Promise<string> {
  try {
    const found = await stat(path);
    // A device or pipe may never end.
    if (!found.isFile()) throw unreadable(path, 'is no file');
    if (found.size > MAX_BYTES) throw unreadable(path, `is larger than ${MAX_BYTES} bytes`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof PolicyFileError) throw error;
    throw unreadable(path, `cannot be read (${isNativeError(error) ? codeOf(error) : 'unknown'})`);
  }
}

function codeOf(error: NodeJS.ErrnoException): string {
  return error.code ?? error.name;
}

function unreadable(path: string, message: string): PolicyFileError {
  return new PolicyFileError(path, [{ line: 1, column: 1, message }]);
}
