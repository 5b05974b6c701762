import { readDotEnv } from '../load-configuration.js';
import type { UpstreamsFile } from './upstreams-file.js';

/**
 * The file that UPSTREAMS_FILE names, to be written by commands. Loads what reads YAML, which others need not.
 *
 * @throws ConfigurationError when the variable is not set.
 */
export async function upstreamsFileOfEnvironment(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<UpstreamsFile> {
  const { UpstreamsFile: File } = await import('./upstreams-file.js');
  return File.ofEnvironment({ ...readDotEnv(), ...environment });
}
