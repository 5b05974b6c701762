import { refusedStart, startGatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const PRODUCTION = { NODE_ENV: 'production', PUBLIC_URL: 'https://gatehouse.example' };

describe('NODE_ENV=production', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  it.each([
    [
      'the demo JWT_SECRET_KEY',
      { JWT_SECRET_KEY: 'mcp-oauth2-demo-secret-key-2025' },
      /JWT_SECRET_KEY.*published/,
    ],
    [
      'a short JWT_SECRET_KEY',
      { JWT_SECRET_KEY: 'only-thirty-one-bytes-long-key!' },
      /JWT_SECRET_KEY.*32 bytes/,
    ],
    ['a plain-http public URL', { PUBLIC_URL: 'http://gatehouse.example' }, /PUBLIC_URL.*https/],
    ['the conformance tools', { CONFORMANCE_FIXTURES: 'true' }, /CONFORMANCE_FIXTURES/],
  ])('refuses %s and says what to set', async (_what, environment, expected) => {
    const { code, output } = await refusedStart({ ...database.environment, ...PRODUCTION, ...environment });
    expect(code).toBe(1);
    expect(output).toMatch(expected);
    expect(output).not.toMatch(/ {4}at /);
  });

  it('refuses a database whose development client has its published secret', async () => {
    const development = await startGatehouse({ database });
    await development.stop();
    const { code, output } = await refusedStart({ ...database.environment, ...PRODUCTION });
    expect(code).toBe(1);
    expect(output).toContain('npm run cli -- client rotate-secret mcp-client');
    expect(output).not.toMatch(/ {4}at /);
  });

  it('starts on an empty database without the development client', async () => {
    const gatehouse = await startGatehouse({ database, env: PRODUCTION });
    try {
      await expect(gatehouse.token()).rejects.toThrow(/invalid_client/);
      expect(gatehouse.output()).toContain('client_secret');
      await expect(gatehouse.adminToken()).resolves.toEqual(expect.any(String));
    } finally {
      await gatehouse.stop();
    }
  });
});
