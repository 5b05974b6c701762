import type { ServerResponse } from 'node:http';
import { authorize, redeem } from '../../support/browser-flow.js';
import { cli } from '../../support/cli.js';
import { createClient } from '../../support/clients.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser } from '../../support/people.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { eventually } from './eventually.js';
import { event, MisbehavingServer, startStream, type Call } from './misbehaving-server.js';

interface Owner {
  readonly credential: string;
  /** Takes from it what allowed the call. */
  readonly end: () => Promise<unknown>;
}

describe('A stream that opens late', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  let server: MisbehavingServer;
  const begun: { readonly call: Call; readonly response: ServerResponse }[] = [];

  beforeAll(async () => {
    server = new MisbehavingServer({ late: (call, response) => void begun.push({ call, response }) });
    const url = `http://127.0.0.1:${await server.listen()}/mcp`;
    const upstream = { name: 'late', url, private_address: true, scopes: ['write'], pii: 'keep' };
    database = await createTestDatabase();
    gatehouse = await startGatehouse({
      database,
      env: { UPSTREAMS_FILE: upstreamsFile([{ ...upstream, revision: 'legacy', merged: false }]) },
    });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await database.drop();
    await server.close();
  });

  const call = (credential: string) =>
    fetch(`http://localhost:${gatehouse.port}/mcp/late`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${credential}`,
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        'Mcp-Protocol-Version': '2026-07-28',
        'Mcp-Method': 'tools/call',
        'Mcp-Name': 'late',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: {
          name: 'late',
          arguments: {},
          _meta: {
            progressToken: 'p',
            'io.modelcontextprotocol/protocolVersion': '2026-07-28',
            'io.modelcontextprotocol/clientCapabilities': {},
          },
        },
      }),
    });

  const statusFor = async (credential: string) => {
    const headers = { Authorization: `Bearer ${credential}` };
    return (await fetch(`http://localhost:${gatehouse.port}/hello`, { headers })).status;
  };

  const scopes = ['mcp.access', 'write'];
  const withToken = async (): Promise<Owner> => {
    const credential = await gatehouse.token({ scope: scopes.join(' ') });
    const body = new URLSearchParams({ token: credential, client_id: 'mcp-client', client_secret: 'secret' });
    const end = () => fetch(`http://localhost:${gatehouse.port}/oauth2/revoke`, { method: 'POST', body });
    return { credential, end };
  };
  const withKey = async (): Promise<Owner> => {
    const named = scopes.flatMap((scope) => ['--scope', scope]);
    const create = ['api-key', 'create', '--client', 'mcp-client', ...named, '--json'];
    const { id, api_key: credential } = (await cli(database, create)) as { id: string; api_key: string };
    return { credential, end: () => cli(database, ['api-key', 'revoke', id, '--json']) };
  };
  const withClient = async (): Promise<Owner> => {
    const named = scopes.flatMap((scope) => ['--default-scope', scope]);
    const create = ['client', 'create', 'late-client', ...named, '--json'];
    const created = (await cli(database, create)) as { client_id: string; client_secret: string };
    const credential = await gatehouse.token({
      clientId: created.client_id,
      clientSecret: created.client_secret,
    });
    return { credential, end: () => cli(database, ['client', 'disable', 'late-client', '--json']) };
  };

  const withPerson =
    (...change: [string, ...string[]]) =>
    async (): Promise<Owner> => {
      const redirectUri = 'http://127.0.0.1/callback';
      const grants = { isPublic: true, grantTypes: ['authorization_code'], redirectUris: [redirectUri] };
      const app = await createClient(gatehouse, { ...grants, scopes });
      const client = { ...app, redirectUri };
      const user = await createUser(gatehouse, { roles: ['user'] });
      const parameters = { scope: scopes.join(' ') };
      const { body } = await redeem(
        gatehouse,
        client,
        await authorize({ gatehouse, client, user, parameters }),
      );
      const [command, ...more] = change;
      const end = () => cli(database, ['user', command, user.username, ...more, '--json']);
      return { credential: String(body['access_token']), end };
    };

  it.each([
    ['a token that was revoked', withToken],
    ['an API key that was revoked', withKey],
    ['a client that was disabled', withClient],
    ['a person who was disabled', withPerson('disable')],
    ['a person who was deleted', withPerson('delete')],
    ['a person whose role was taken away', withPerson('set-roles')],
  ])(
    'ends at once for %s meanwhile',
    async (_what, introduce) => {
      const { credential, end } = await introduce();
      const answering = call(credential);
      await eventually(() => expect(begun).toHaveLength(1));
      const { call: asked, response } = begun.pop()!;
      await end();
      await eventually(async () => expect([401, 403]).toContain(await statusFor(credential)));
      const { progressToken } = asked;
      const params = { progressToken, progress: 1 };
      startStream(response).write(event({ method: 'notifications/progress', params }));
      // Without an end the test itself ends too late.
      expect(await (await answering).text()).not.toContain('result');
      await eventually(() => expect(response.destroyed).toBe(true));
    },
    90_000,
  );
});
