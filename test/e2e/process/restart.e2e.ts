import { statSync } from 'node:fs';
import { refusedStart, startGatehouse } from '../../support/gatehouse.js';
import { createTestDatabase } from '../../support/test-database.js';

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe('a restart', () => {
  it('reuses data and keys: a token issued before still works', async () => {
    const database = await createTestDatabase();
    const first = await startGatehouse({ database });
    const token = await first.token();
    const keys = await (await fetch(`${first.url}/.well-known/jwks.json`)).text();
    await first.stop();

    const second = await startGatehouse({ database, port: first.port });
    try {
      expect((await fetch(`${second.url}/hello`, bearer(token))).status).toBe(200);
      expect(await (await fetch(`${second.url}/.well-known/jwks.json`)).text()).toBe(keys);
      expect(first.output()).toContain('client_secret');
      expect(second.output()).not.toContain('client_secret');
    } finally {
      await second.stop();
      await database.drop();
    }
  });

  it('needs no clean end: after SIGKILL it starts again on the same folder', async () => {
    const database = await createTestDatabase();
    const first = await startGatehouse({ database });
    const token = await first.token();
    await first.kill();
    const second = await startGatehouse({ database, port: first.port });
    try {
      expect((await fetch(`${second.url}/hello`, bearer(token))).status).toBe(200);
    } finally {
      await second.stop();
      await database.drop();
    }
  });
});

describe('the data folder of the embedded database', () => {
  it('belongs to one process: a second one says so and ends', async () => {
    const database = await createTestDatabase({}, 'embedded');
    const gatehouse = await startGatehouse({ database });
    try {
      const { code, output } = await refusedStart({ ...database.environment });
      expect(code).toBe(1);
      expect(output).toMatch(/is in use by process \d+/);
      expect(output).not.toMatch(/ {4}at /);
      expect((await fetch(`${gatehouse.url}/health`)).status).toBe(200);
    } finally {
      await gatehouse.stop();
      await database.drop();
    }
  });

  it('is open to its owner only', async () => {
    const database = await createTestDatabase({}, 'embedded');
    const gatehouse = await startGatehouse({ database });
    try {
      expect(statSync(gatehouse.dataDir).mode & 0o777).toBe(0o700);
    } finally {
      await gatehouse.stop();
      await database.drop();
    }
  });
});
