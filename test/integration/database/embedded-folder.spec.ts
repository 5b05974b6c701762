import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabase } from '../../../src/database/embedded/embedded-database.js';

describe('The folder of the embedded database', () => {
  it('is closed to others, also in a data folder that is open to all', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-open-'));
    chmodSync(dataDir, 0o755);
    const database = await EmbeddedDatabase.open(dataDir, () => undefined);
    try {
      expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
      expect(statSync(database.socketFolder).mode & 0o777).toBe(0o700);
    } finally {
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 60_000);
});
