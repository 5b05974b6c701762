import { statSync } from 'node:fs';
import { refusedStart, startGatehouse } from '../../support/gatehouse.js';
import { createTestDatabase } from '../../support/test-database.js';

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe('a restart', () => {
  it('reuses data and keys, after SIGKILL as well: a token issued before still works', async () => {
    const database = await createTestDatabase();
    const first = await startGatehouse({ database });
    const token = await first.token();
    const keys = await (await fetch(`${first.url}/.well-known/jwks.json`)).text();
    expect(first.output()).toContain('client_secret');
    try {
      let last = first;
      for (const end of ['stop', 'kill'] as const) {
        await last[end]();
        last = await startGatehouse({ database, port: first.port });
        expect((await fetch(`${last.url}/hello`, bearer(token))).status).toBe(200);
        expect(await (await fetch(`${last.url}/.well-known/jwks.json`)).text()).toBe(keys);
        expect(last.output()).not.toContain('client_secret');
      }
      await last.stop();
    } finally {
      await database.drop();
    }
  });
});

describe('the data folder of the embedded database', () => {
  it('belongs to one process, a second one says so and ends, and is open to its owner only', async () => {
    const database = await createTestDatabase({}, 'embedded');
    const gatehouse = await startGatehouse({ database });
    try {
      const { code, output } = await refusedStart({ ...database.environment });
      expect(code).toBe(1);
      expect(output).toMatch(/is in use by process \d+/);
      expect(output).not.toMatch(/ {4}at /);
      expect((await fetch(`${gatehouse.url}/health`)).status).toBe(200);
      expect(statSync(gatehouse.dataDir).mode & 0o777).toBe(0o700);
    } finally {
      await gatehouse.stop();
      await database.drop();
    }
  });
});
