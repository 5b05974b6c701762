import { auditRecords } from '../../support/audit-records.js';
import {
  authorizationUrl,
  authorize,
  redeem,
  tokenRequest,
  type FlowClient,
} from '../../support/browser-flow.js';
import { Browser } from '../../support/browser.js';
import { runCli } from '../../support/cli.js';
import { createClient } from '../../support/clients.js';
import { bearer } from '../../support/doors.js';
import { decode } from '../../support/forge-token.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { startMetadataDocuments, type MetadataDocuments } from '../../support/metadata-documents.js';
import { createUser, type TestUser } from '../../support/people.js';
import { registerItself } from '../../support/self-registered-client.js';
import { openTokenSeed } from '../../support/token-seed.js';

// A program on the person's own machine: it hears of errors itself (see open-redirector.e2e.ts).
const CALLBACK = 'http://127.0.0.1:9/callback';

describe('scopes that tell who a person is', () => {
  let gatehouse: Gatehouse;
  let documents: MetadataDocuments;
  let user: TestUser;

  beforeAll(async () => {
    documents = await startMetadataDocuments();
    gatehouse = await startGatehouse({
      env: { ...documents.environment, REGISTRATIONS_PER_MINUTE: '1000' },
    });
    user = await createUser(gatehouse, { roles: ['user'] });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await documents.stop();
  });

  const userInfo = (token: unknown) =>
    fetch(`${gatehouse.url}/oauth2/userinfo`, { headers: bearer(String(token)) });

  /** A client that registers itself, with the scope it says. */
  const register = (scope?: string, changes: object = {}): Promise<FlowClient> =>
    registerItself(gatehouse, CALLBACK, { scope, ...changes });
  const byAdministrator = async (scopes: readonly string[]): Promise<FlowClient> => {
    const options = { grantTypes: ['authorization_code', 'refresh_token'], redirectUris: [CALLBACK], scopes };
    return { ...(await createClient(gatehouse, options)), redirectUri: CALLBACK };
  };
  const byDocument = (scope?: string): FlowClient => ({
    clientId: documents.publish(CALLBACK, scope === undefined ? {} : { scope }),
    clientSecret: '',
    redirectUri: CALLBACK,
  });
  /** What the authorization endpoint says at once: an error, or nothing when it asks the person to log in. */
  const errorFor = async (client: FlowClient, scope: string) => {
    const answer = await new Browser(user).request(authorizationUrl(gatehouse, client, { scope }));
    return new URL(answer.headers.get('location') ?? '', gatehouse.url).searchParams.get('error');
  };

  describe('of a client that acts for itself', () => {
    const machine = (defaultScopes: readonly string[] = []) =>
      createClient(gatehouse, {
        grantTypes: ['client_credentials'],
        scopes: ['mcp.access', 'openid', 'email', 'offline_access'],
        defaultScopes,
      });
    const grant = { grant_type: 'client_credentials' };

    it.each(['openid', 'mcp.access email', 'offline_access'])('are refused: %s', async (scope) => {
      const answer = await tokenRequest(gatehouse, await machine(), { ...grant, scope });
      expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
    });

    it('are left out of its default', async () => {
      const some = await tokenRequest(gatehouse, await machine(['openid', 'mcp.access']), grant);
      const none = await tokenRequest(gatehouse, await machine(['openid']), grant);
      expect(some).toMatchObject({ status: 200, body: { scope: 'mcp.access' } });
      expect(none).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
      expect((await userInfo(some.body['access_token'])).status).toBe(403);
    });

    it('are not for its API keys, nor for tokens made at the command line', async () => {
      const { clientId } = await machine(['openid', 'mcp.access']);
      const refused = [
        await runCli(gatehouse.database, ['api-key', 'create', '--client', clientId, '--scope', 'openid']),
        await runCli(gatehouse.database, ['token', 'create', clientId, '--scope', 'openid']),
      ];
      for (const { code } of refused) expect(code).toBe(1);
      const made = await runCli(gatehouse.database, ['token', 'create', clientId]);
      expect(decode(made.stdout.trim()).payload).toMatchObject({ scope: 'mcp.access' });
    });
  });

  describe('are given to clients registered for them, and to no others (RFC 7591 section 2)', () => {
    it.each<[string, () => FlowClient | Promise<FlowClient>]>([
      ['that registered itself', () => register('mcp.access read')],
      ['of a metadata document', () => byDocument('mcp.access read')],
      ['of an administrator', () => byAdministrator(['mcp.access', 'read'])],
    ])('a client %s with other scopes', async (_kind, clientOf) => {
      const client = await clientOf();
      for (const scope of ['openid mcp.access', 'mcp.access profile', 'email'])
        expect(await errorFor(client, scope)).toBe('invalid_scope');
      expect(await errorFor(client, 'mcp.access read')).toBeNull();
    });

    it.each<[string, () => FlowClient | Promise<FlowClient>]>([
      ['registered itself and named them', () => register('openid email mcp.access')],
      ['registered itself without a scope', () => register()],
      ['has a metadata document without a scope', () => byDocument()],
      ['an administrator registered for them', () => byAdministrator(['openid', 'email', 'mcp.access'])],
    ])('a client that %s', async (_kind, clientOf) => {
      const client = await clientOf();
      const scope = 'openid email offline_access mcp.access';
      const code = await authorize({ gatehouse, client, user, parameters: { scope } });
      const { body } = await redeem(gatehouse, client, code);
      expect(body).toMatchObject({ scope, id_token: expect.any(String), refresh_token: expect.any(String) });
      expect(await (await userInfo(body['access_token'])).json()).toMatchObject({ sub: user.id });
    });

    it('but offline_access to every client that may refresh, as MCP clients ask for it unregistered', async () => {
      const client = await register('mcp.access');
      const scope = 'mcp.access offline_access';
      const code = await authorize({ gatehouse, client, user, parameters: { scope } });
      const { body } = await redeem(gatehouse, client, code);
      expect(body).toMatchObject({ scope, refresh_token: expect.any(String) });
      const once = await register('mcp.access', { grant_types: ['authorization_code'] });
      const other = await authorize({ gatehouse, client: once, user, parameters: { scope } });
      expect((await redeem(gatehouse, once, other)).body).toMatchObject({ scope: 'mcp.access' });
    });

    it('are gone from a refreshed token once the client is registered for them no more', async () => {
      const seed = await openTokenSeed(gatehouse.database);
      const client = await seed.client({ scopes: ['mcp.access'] });
      const userId = await seed.user();
      const family = { clientId: client.clientId, userId, audience: [gatehouse.url] };
      const { refreshToken } = await seed.family({ ...family, scopes: ['openid', 'mcp.access'] });
      await seed.close();
      const refresh = { grant_type: 'refresh_token', refresh_token: refreshToken };
      const asked = await tokenRequest(gatehouse, client, { ...refresh, scope: 'openid mcp.access' });
      expect(asked).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
      const { body } = await tokenRequest(gatehouse, client, refresh);
      expect(body).toMatchObject({ scope: 'mcp.access' });
      expect(body).not.toHaveProperty('id_token');
    });
  });

  it('userinfo of a person who was deleted a moment ago is refused, and on record', async () => {
    const client = await byAdministrator(['openid']);
    const somebody = await createUser(gatehouse, { roles: ['user'] });
    const code = await authorize({ gatehouse, client, user: somebody, parameters: { scope: 'openid' } });
    const { body } = await redeem(gatehouse, client, code);
    expect((await userInfo(body['access_token'])).status).toBe(200);
    await runCli(gatehouse.database, ['user', 'delete', somebody.username]);
    expect((await userInfo(body['access_token'])).status).toBe(401);
    expect(await auditRecords(gatehouse, { outcome: 'denied' })).toContainEqual(
      expect.objectContaining({ target: expect.objectContaining({ id: 'GET /oauth2/userinfo' }) }),
    );
  });
});
