import { setTimeout as delay } from 'node:timers/promises';
import { refusedStart, startGatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const PRODUCTION = { NODE_ENV: 'production', PUBLIC_URL: 'https://gate.example.com' };

describe('clients in production', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  it('are the administrator alone on an empty database', async () => {
    const gatehouse = await startGatehouse({ database, env: PRODUCTION });
    try {
      const local = { ...gatehouse, url: `http://127.0.0.1:${gatehouse.port}` };
      await expect(local.token()).rejects.toThrow('invalid_client');
      await expect(local.adminToken()).resolves.toEqual(expect.any(String));
    } finally {
      await gatehouse.stop();
    }
  });

  it('never include one with the published secret: the start is refused and says what to run', async () => {
    await (await startGatehouse({ database })).stop();
    await delay(100);
    const { code, output } = await refusedStart({ ...database.environment, ...PRODUCTION });
    expect(code).not.toBe(0);
    expect(output).toContain('npm run cli -- client rotate-secret mcp-client');
  });
});
