import { cli, runCliProcess } from '../../support/cli.js';
import { REACHES_REPLICAS_MS, timeUntil, within } from '../../support/eventually.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
type Created = { client_id: string; client_secret: string };
type CreatedKey = { id: string; api_key: string };

describe('the command line beside a running server', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    database = await createTestDatabase();
    gatehouse = await startGatehouse({ database });
    Object.assign(database.environment, { PUBLIC_URL: gatehouse.url });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await database.drop();
  });

  const create = (clientId: string, ...more: string[]) =>
    cli(database, [
      'client',
      'create',
      clientId,
      '--default-scope',
      'mcp.access',
      '--json',
      ...more,
    ]) as Promise<Created>;
  const isRefused = (credentials: { clientId: string; clientSecret: string }) =>
    gatehouse.token(credentials).then(
      () => false,
      (error: Error) => error.message.includes('invalid_client'),
    );
  const jwks = async () => (await fetch(`${gatehouse.url}/.well-known/jwks.json`)).text();
  const hello = async (token: string) => (await fetch(`${gatehouse.url}/hello`, bearer(token))).status;

  it('creates a client that gets tokens, rotates its secret, and disables it', async () => {
    const created = await create('reporter');
    const credentials = { clientId: created.client_id, clientSecret: created.client_secret };
    const token = await gatehouse.token(credentials);
    expect(await hello(token)).toBe(200);

    const rotated = (await cli(database, ['client', 'rotate-secret', 'reporter', '--json'])) as Created;
    await timeUntil(true, () => isRefused(credentials));
    await gatehouse.token({ ...credentials, clientSecret: rotated.client_secret });

    await cli(database, ['client', 'disable', 'reporter', '--json']);
    await timeUntil(401, () => hello(token));
  });

  it('lists clients without anything secret', async () => {
    const { stdout } = await runCliProcess(database, ['client', 'list', '--json']);
    const clients = JSON.parse(stdout) as Record<string, unknown>[];
    expect(clients.map((client) => client['client_id'])).toContain('mcp-client');
    expect(stdout).not.toMatch(/secret|digest/i);
  });

  it('creates an API key that works until it is revoked', async () => {
    await create('scripted');
    const key = (await cli(database, [
      ...['api-key', 'create', '--client', 'scripted', '--scope', 'mcp.access', '--expires', '1h', '--json'],
    ])) as CreatedKey;
    expect(await hello(key.api_key)).toBe(200);
    await cli(database, ['api-key', 'revoke', key.id, '--json']);
    await timeUntil(401, () => hello(key.api_key));
    expect((await runCliProcess(database, ['api-key', 'list', '--json'])).stdout).not.toContain(key.api_key);
  });

  it('rotates keys without refusing a token signed before', async () => {
    const token = await gatehouse.token();
    const before = await jwks();
    await cli(database, ['key', 'rotate', '--overlap', '0', '--json']);
    expect(await within(REACHES_REPLICAS_MS, async () => (await jwks()) !== before)).toBe(true);
    expect(await hello(token)).toBe(200);
    expect(await hello(await gatehouse.token())).toBe(200);
  });

  it('makes a development token', async () => {
    const { access_token: token } = (await cli(database, [
      ...['token', 'create', 'mcp-client', '--scope', 'mcp.access,read', '--ttl', '60', '--json'],
    ])) as { access_token: string };
    expect(await hello(token)).toBe(200);
  });

  it.each([
    ['an unknown client', ['client', 'disable', 'nobody'], /no client nobody/],
    ['a client that exists', ['client', 'create', 'mcp-client'], /already/],
    [
      'a scope the client may not have',
      ['token', 'create', 'mcp-client', '--scope', 'Admin.Write'],
      /Admin\.Write/,
    ],
    ['an expiry that has passed', ['client', 'create', 'x', '--expires', '2001-01-01'], /passed/],
    ['an unknown command', ['client', 'explode'], /unknown command/],
    ['a missing argument', ['client', 'disable'], /missing required argument/],
    ['an unknown API key', ['api-key', 'revoke', 'not-a-uuid'], /no such API key/],
  ])('says what is wrong with %s', async (_what, args, expected) => {
    const { code, stderr } = await runCliProcess(database, args);
    expect(code).toBe(1);
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/ {4}at /);
  });

  it('answers errors as JSON when asked to', async () => {
    const { code, stderr } = await runCliProcess(database, ['--json', 'client', 'disable', 'nobody']);
    expect(code).toBe(1);
    expect(JSON.parse(stderr)).toEqual({ error: 'There is no client nobody.' });
  });

  it.each([['--help'], ['client', '--help'], ['api-key', 'create', '--help']])(
    'explains itself: %s %s',
    async (...args) => {
      const { code, stdout } = await runCliProcess(database, args);
      expect(code).toBe(0);
      expect(stdout).toMatch(/Usage: gatehouse/);
    },
  );

  it('refuses development tokens in production', async () => {
    const production = {
      ...database,
      environment: {
        ...database.environment,
        NODE_ENV: 'production',
        PUBLIC_URL: 'https://gatehouse.example',
      },
    };
    const { code, stderr } = await runCliProcess(production, ['token', 'create', 'mcp-client']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/production/);
  });
});
