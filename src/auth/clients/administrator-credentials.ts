import { Injectable } from '@nestjs/common';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Configuration } from '../../config/index.js';

/** File in the data folder; its member names are those of a token request. */
export const ADMINISTRATOR_CREDENTIALS_FILE = 'admin-client.json';

/** The administrator's first secret on its way to the operator: shown once, and kept in a file only they can read. */
@Injectable()
export class AdministratorCredentials {
  readonly path: string;

  constructor(private readonly configuration: Configuration) {
    this.path = join(configuration.dataDir, ADMINISTRATOR_CREDENTIALS_FILE);
  }

  /** Writes the file with mode 0600, whole or not at all. */
  async write(clientId: string, clientSecret: string): Promise<void> {
    const content = JSON.stringify({ client_id: clientId, client_secret: clientSecret }, undefined, 2);
    await mkdir(this.configuration.dataDir, { recursive: true, mode: 0o700 });
    const temporary = `${this.path}.${process.pid}`;
    await writeFile(temporary, `${content}\n`, { mode: 0o600 });
    await rename(temporary, this.path);
  }

  /** Shows the secret to whoever started the process; on standard error, so that it is no log record. */
  announce(clientId: string, clientSecret: string): void {
    process.stderr.write(
      [
        '',
        '  First start: an administrator client was created. Its secret is shown this once:',
        `    client_id      ${clientId}`,
        `    client_secret  ${clientSecret}`,
        `  It is kept in ${this.path} (mode 0600); move it to a safe place.`,
        '',
        '',
      ].join('\n'),
    );
  }
}
