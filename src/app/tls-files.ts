import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { ConfigurationError, type ServerConfiguration } from '../config/index.js';

/**
 * The certificate and key that the configuration names.
 *
 * @throws ConfigurationError naming the variable whose file cannot be read, or both when they are no pair.
 */
export function readTlsFiles({ certFile, keyFile }: NonNullable<ServerConfiguration['tls']>): {
  cert: string;
  key: string;
} {
  const files = { cert: read('TLS_CERT_FILE', certFile), key: read('TLS_KEY_FILE', keyFile) };
  try {
    createSecureContext(files);
  } catch {
    throw new ConfigurationError([
      'TLS_CERT_FILE and TLS_KEY_FILE: are no PEM certificate and the private key of that certificate',
    ]);
  }
  return files;
}

function read(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError([
      `${variable}: cannot read ${file} (${(error as NodeJS.ErrnoException).code})`,
    ]);
  }
}
