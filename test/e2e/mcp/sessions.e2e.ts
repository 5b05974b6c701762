import { authorize, redeem, type FlowClient } from '../../support/browser-flow.js';
import { cli } from '../../support/cli.js';
import { createClient } from '../../support/clients.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { JsonRpcClient, STATELESS } from './json-rpc-client.js';

const NOBODYS = '0b9d1f6e-0d5a-4b6e-9a4e-3f0d3f6f2a11';

describe('sessions of the 2025 revisions', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  let client: JsonRpcClient;
  let session: string;
  /** A client that acts for people. */
  let app: FlowClient;

  beforeAll(async () => {
    database = await createTestDatabase();
    gatehouse = await startGatehouse({ database, env: { MCP_MAX_SESSIONS: '5' } });
    client = new JsonRpcClient(gatehouse, await gatehouse.token());
    await cli(database, ['role', 'create', 'reader', '--scope', 'mcp.access,read', '--json']);
    const redirectUri = 'http://127.0.0.1/callback';
    const grants = { isPublic: true, grantTypes: ['authorization_code'], redirectUris: [redirectUri] };
    app = { ...(await createClient(gatehouse, { ...grants, scopes: ['mcp.access', 'read'] })), redirectUri };
  }, 120_000);
  beforeEach(async () => {
    session = await client.openSession();
  });
  afterAll(async () => {
    await gatehouse?.stop();
    await database?.drop();
  });

  const apiKey = async () => {
    const command = ['api-key', 'create', '--client', 'mcp-client', '--scope', 'mcp.access', '--json'];
    return (await cli(database, command)) as { id: string; api_key: string };
  };

  const personsToken = async (user: TestUser) => {
    const parameters = { scope: 'mcp.access read' };
    const code = await authorize({ gatehouse, client: app, user, parameters });
    return String((await redeem(gatehouse, app, code)).body['access_token']);
  };

  it.each([
    ['GET', {}, 400],
    ['DELETE', {}, 400],
    ['GET', { 'mcp-session-id': NOBODYS }, 404],
    ['DELETE', { 'mcp-session-id': NOBODYS }, 404],
    ['GET', { 'mcp-protocol-version': STATELESS }, 405],
    ['DELETE', { 'mcp-protocol-version': STATELESS }, 405],
    ['PUT', {}, 405],
  ])('%s with %j is answered %d', async (method, headers, status) => {
    const answer = await client.send(method, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.message.error).toBeDefined();
  });

  it('serves requests with the session id and refuses them without', async () => {
    expect((await client.inSession(session, 'tools/list')).message.result).toHaveProperty('tools');
    expect((await client.inSession(session, 'ping')).message.result).toEqual({});
    const without = await client.post({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    expect(without.status).toBe(400);
  });

  it('is unknown to another principal', async () => {
    const other = new JsonRpcClient(gatehouse, await gatehouse.adminToken());
    expect((await other.inSession(session, 'tools/list')).status).toBe(404);
    expect((await other.send('DELETE', { 'mcp-session-id': session })).status).toBe(404);
    expect((await client.inSession(session, 'tools/list')).status).toBe(200);
  });

  it('is gone after DELETE', async () => {
    expect((await client.send('DELETE', { 'mcp-session-id': session })).status).toBe(200);
    expect((await client.inSession(session, 'tools/list')).status).toBe(404);
  });

  it('gives way to newer sessions of the same caller at the maximum', async () => {
    for (let opened = 0; opened < 5; opened += 1) await client.openSession();
    expect((await client.inSession(session, 'tools/list')).status).toBe(404);
  });

  it('takes the place of a caller who has most, so that nobody keeps the others out', async () => {
    for (let opened = 0; opened < 5; opened += 1) await client.openSession();
    const other = new JsonRpcClient(gatehouse, await gatehouse.adminToken());
    const own = await other.openSession();
    expect((await other.inSession(own, 'ping')).status).toBe(200);
    await other.send('DELETE', { 'mcp-session-id': own });
  });

  it('is unknown to an API key of the same client, and to another key than its own', async () => {
    const [first, second] = [await apiKey(), await apiKey()].map(
      ({ api_key: key }) => new JsonRpcClient(gatehouse, key),
    ) as [JsonRpcClient, JsonRpcClient];
    expect((await first.inSession(session, 'tools/list')).status).toBe(404);
    const own = await first.openSession();
    expect((await second.inSession(own, 'tools/list')).status).toBe(404);
    expect((await first.inSession(own, 'tools/list')).status).toBe(200);
  });

  it('sends nothing more to an API key that was revoked', async () => {
    const { id, api_key: key } = await apiKey();
    const owner = new JsonRpcClient(gatehouse, key);
    const stream = owner.send('GET', { 'mcp-session-id': await owner.openSession() });
    await cli(database, ['api-key', 'revoke', id, '--json']);
    expect((await stream).status).toBe(200);
  }, 20_000);

  it('sends nothing more to a token that was revoked', async () => {
    const token = await gatehouse.token();
    const owner = new JsonRpcClient(gatehouse, token);
    const stream = owner.send('GET', { 'mcp-session-id': await owner.openSession() });
    const revoked = await fetch(`${gatehouse.url}/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token, client_id: 'mcp-client', client_secret: 'secret' }),
    });
    expect(revoked.status).toBe(200);
    expect((await stream).status).toBe(200);
  }, 20_000);

  it.each<[string, (username: string) => string[]]>([
    ['was disabled', (username) => ['user', 'disable', username]],
    ['was deleted', (username) => ['user', 'delete', username]],
    ['lost a role', (username) => ['user', 'set-roles', username]],
    ['has a role that lost a scope', () => ['role', 'set-scopes', 'reader', 'mcp.access']],
  ])(
    'sends nothing more to a token of a person who %s',
    async (_what, change) => {
      const user = await createUser(gatehouse, { roles: ['reader'] });
      const owner = new JsonRpcClient(gatehouse, await personsToken(user));
      const stream = owner.send('GET', { 'mcp-session-id': await owner.openSession() });
      await cli(database, [...change(user.username), '--json']);
      expect((await stream).status).toBe(200);
    },
    60_000,
  );

  it('knows a page of another origin is not welcome', async () => {
    const answer = await client.send('GET', { 'mcp-session-id': session, origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
  });

  it('ends with its client', async () => {
    await client.send('DELETE', { 'mcp-session-id': session });
    const create = ['client', 'create', 'short-lived', '--default-scope', 'mcp.access', '--json'];
    const created = (await cli(database, create)) as { client_id: string; client_secret: string };
    const credentials = { clientId: created.client_id, clientSecret: created.client_secret };
    const owner = new JsonRpcClient(gatehouse, await gatehouse.token(credentials));
    const stream = owner.send('GET', { 'mcp-session-id': await owner.openSession() });
    await cli(database, ['client', 'disable', 'short-lived', '--json']);
    expect((await stream).status).toBe(200);
  }, 60_000);
});
