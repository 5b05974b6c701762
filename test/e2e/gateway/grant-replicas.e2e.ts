import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import {
  ScriptedAuthorizationServer,
  sendOAuthError,
  sendToken,
} from '../../support/authorization-server.js';
import { Browser } from '../../support/browser.js';
import { authorize, redeem } from '../../support/browser-flow.js';
import { createClient } from '../../support/clients.js';
import { timeUntil } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser } from '../../support/people.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { formTo, submit } from '../pages/page-forms.js';
import { WhoamiServer } from './whoami-server.js';

const REDIRECT_URI = 'http://127.0.0.1:9/callback';

describeOnServer('Two replicas with the grants of one person', () => {
  let database: TestDatabase;
  let replicas: Gatehouse[];
  let server: ScriptedAuthorizationServer;
  let whoami: WhoamiServer;
  let browser: Browser;
  let clients: Client[];
  /** Refresh tokens that are good, each once. */
  const good = new Set<string>();
  let serial = 0;
  let lifetime = 300;

  beforeAll(async () => {
    server = await ScriptedAuthorizationServer.start();
    whoami = await WhoamiServer.start();
    server.answer = async (response, { form }) => {
      const refreshToken = form.get('refresh_token');
      if (refreshToken !== null && !good.delete(refreshToken))
        return sendOAuthError(response, 'invalid_grant');
      // Long enough that whoever else comes meanwhile would come in between.
      await new Promise((done) => setTimeout(done, 150));
      serial += 1;
      good.add(`refresh-${serial}`);
      const tokens = { access_token: `anna-${serial}`, refresh_token: `refresh-${serial}` };
      sendToken(response, { ...tokens, expires_in: lifetime });
    };
    database = await createTestDatabase({}, 'server');
    const [first = 0, second = 0] = [await freePort(), await freePort()];
    const env = {
      PUBLIC_URL: `http://localhost:${first}`,
      UPSTREAM_SECRET: 'secret',
      ALLOWED_HOSTS: `localhost:${second}`,
      UPSTREAMS_FILE: upstreamsFile([
        {
          ...{ name: 'up', url: whoami.url, private_address: true, scopes: ['mcp.access'], pii: 'keep' },
          ...{ identity: 'per_person', revision: 'legacy' },
          authorization: {
            ...{ issuer: server.issuer, private_address: true, client_id: 'x' },
            client_secret_env: 'UPSTREAM_SECRET',
          },
        },
      ]),
    };
    replicas = [await startGatehouse({ database, env, port: first })];
    replicas.push(await startGatehouse({ database, env, port: second }));
    const gatehouse = replicas[0]!;
    const user = await createUser(gatehouse, { roles: ['user'] });
    browser = new Browser(user);
    const app = await createClient(gatehouse, {
      ...{ isPublic: true, grantTypes: ['authorization_code'], redirectUris: [REDIRECT_URI] },
      ...{ scopes: ['mcp.access'], defaultScopes: ['mcp.access'] },
    });
    const client = { ...app, redirectUri: REDIRECT_URI };
    const { body } = await redeem(gatehouse, client, await authorize({ gatehouse, client, user, browser }));
    await connect();
    clients = await Promise.all(
      replicas.map(async ({ port }) => {
        const each = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
        const headers = { Authorization: `Bearer ${String(body['access_token'])}` };
        const url = new URL(`http://localhost:${port}/mcp/up`);
        await each.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
        return each;
      }),
    );
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await Promise.all(replicas.map((replica) => replica.stop()));
    await whoami.close();
    server.close();
    await database.drop();
  });

  const at = (path: string) => new URL(path, replicas[0]!.url);

  async function connect(): Promise<void> {
    const page = await (await browser.request(at('/upstreams/up/connect'))).text();
    const form = formTo(page, '/upstreams/up/connect', replicas[0]!.url);
    const sentTo = new URL((await submit(browser, form, { decision: 'approve' })).headers.get('location')!);
    const query = { code: 'c', state: sentTo.searchParams.get('state')!, iss: server.issuer };
    const answer = await browser.request(
      at(`/upstreams/up/callback?${new URLSearchParams(query).toString()}`),
    );
    if (answer.headers.get('location') !== '/upstreams?done=connected') throw new Error(await answer.text());
  }

  async function ask(replica: number): Promise<string> {
    const { content } = await clients[replica]!.callTool({ name: 'whoami', arguments: {} });
    return (content as { text: string }[])[0]!.text;
  }

  it('renew it once between them, however many calls wait on either', async () => {
    lifetime = 2;
    await connect();
    const before = server.asked.length;
    for (let round = 0; round < 3; round += 1) {
      const said = await Promise.all(Array.from({ length: 40 }, (_each, index) => ask(index % 2)));
      expect(new Set(said)).toEqual(new Set(['anna']));
      await new Promise((done) => setTimeout(done, 1_200));
    }
    const renewals = server.asked.slice(before).map(({ form }) => form.get('refresh_token'));
    expect(renewals.length).toBeGreaterThan(1);
    // One that came twice would have ended the grant.
    expect(new Set(renewals).size).toBe(renewals.length);
    lifetime = 300;
  });

  it('both stop using it within a second of its end', async () => {
    await connect();
    for (const replica of [0, 1]) expect(await ask(replica)).toBe('anna');
    const page = await (await browser.request(at('/upstreams'))).text();
    await submit(browser, formTo(page, 'up/disconnect', replicas[0]!.url));
    const stopped = async () => {
      const said = await Promise.all([ask(0), ask(1)]);
      return said.every((text) => text.includes('/connect?request='));
    };
    console.info(`stopped on both ${await timeUntil(true, stopped)} ms after the revocation had answered`);
  });
});
