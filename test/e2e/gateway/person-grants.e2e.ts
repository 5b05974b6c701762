import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { auditRecords } from '../../support/audit-records.js';
import {
  ScriptedAuthorizationServer,
  sendOAuthError,
  sendToken,
} from '../../support/authorization-server.js';
import { Browser } from '../../support/browser.js';
import { authorize, redeem } from '../../support/browser-flow.js';
import { cli } from '../../support/cli.js';
import { createClient, type TestClient } from '../../support/clients.js';
import { LIVENESS_MS, timeUntil, within } from '../../support/eventually.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { freePort } from '../../support/free-port.js';
import { createUser, type TestUser } from '../../support/people.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { bytesBelow } from '../tools/stored-bytes.js';
import { formTo, submit } from '../pages/page-forms.js';
import { WhoamiServer } from './whoami-server.js';

const SECRET = 'the-secret-of-the-client-upstream';
const CAPABLE = { elicitation: { url: {} } };
const NOBODY = { code: -32042 };
type Result = { content?: { text?: string }[]; isError?: boolean };
const textOf = (result: unknown) => (result as Result).content?.[0]?.text ?? '';

/** A person at both Gatehouses, with a browser and a token for MCP. */
interface Somebody {
  readonly user: TestUser;
  /** Their subject at the second Gatehouse. */
  readonly there: string;
  readonly browser: Browser;
  readonly token: string;
}

describe('Grants of people at an upstream', () => {
  let other: Gatehouse;
  let gatehouse: Gatehouse;
  let server: ScriptedAuthorizationServer;
  let whoami: WhoamiServer;
  let app: TestClient;
  let anna: Somebody;
  let ben: Somebody;
  const redirectUri = 'http://127.0.0.1:9/callback';

  beforeAll(async () => {
    server = await ScriptedAuthorizationServer.start();
    server.metadata = {
      authorization_response_iss_parameter_supported: true,
      revocation_endpoint: `${server.issuer}/revoke`,
    };
    whoami = await WhoamiServer.start();
    const port = await freePort();
    other = await startGatehouse();
    const upstreamClient = await createClient(other, {
      redirectUris: [`http://localhost:${port}/upstreams/real/callback`],
      grantTypes: ['authorization_code', 'refresh_token'],
      scopes: ['mcp.access', 'offline_access'],
    });
    const common = { url: whoami.url, private_address: true, scopes: ['mcp.access'], pii: 'mask' };
    const identity = { identity: 'per_person', revision: 'legacy' };
    gatehouse = await startGatehouse({
      port,
      env: {
        REAL_SECRET: upstreamClient.clientSecret,
        SCRIPTED_SECRET: SECRET,
        UPSTREAMS_FILE: upstreamsFile([
          {
            ...{ name: 'real', title: 'The real one', ...common, ...identity },
            authorization: {
              ...{ issuer: other.url, private_address: true, resource: other.url },
              ...{ client_id: upstreamClient.clientId, client_secret_env: 'REAL_SECRET' },
              scopes: ['mcp.access', 'offline_access'],
            },
          },
          {
            ...{ name: 'scripted', title: 'The scripted one', ...common, ...identity },
            authorization: {
              ...{ issuer: server.issuer, private_address: true },
              ...{ client_id: 'gatehouse', client_secret_env: 'SCRIPTED_SECRET' },
            },
          },
        ]),
      },
    });
    app = await createClient(gatehouse, {
      ...{ isPublic: true, grantTypes: ['authorization_code'], redirectUris: [redirectUri] },
      ...{ scopes: ['mcp.access'], defaultScopes: ['mcp.access'] },
    });
    [anna, ben] = [await somebody(), await somebody()];
  });
  afterAll(async () => {
    await gatehouse.stop();
    await other.stop();
    await whoami.close();
    server.close();
  });
  beforeEach(() => {
    whoami.refused.clear();
    tokens.clear();
    lifetime = 300;
    server.answer = scripted;
  });

  async function somebody(): Promise<Somebody> {
    const user = await createUser(gatehouse, { roles: ['user'] });
    const { id: there } = await createUser(other, { ...user, roles: ['user'] });
    const client = { ...app, redirectUri };
    const browser = new Browser(user);
    const answer = await authorize({ gatehouse, client, user, browser });
    const { body } = await redeem(gatehouse, client, answer);
    return { user, there, browser, token: String(body['access_token']) };
  }

  /** Refresh tokens that are good, each once. */
  const tokens = new Set<string>();
  let serial = 0;
  /** Seconds. */
  let lifetime = 300;
  /** Tokens that say whose they are: the code does. Whoever comes with a refresh token again gets nothing. */
  const scripted: ScriptedAuthorizationServer['answer'] = (response, { path, form }) => {
    if (path === '/revoke') return void response.writeHead(200).end();
    const refreshToken = form.get('refresh_token');
    if (refreshToken !== null && !tokens.delete(refreshToken))
      return sendOAuthError(response, 'invalid_grant');
    const owner = form.get('code') ?? refreshToken!.split('-')[1]!;
    serial += 1;
    tokens.add(`refresh-${owner}-${serial}`);
    sendToken(response, {
      access_token: `${owner}-${serial}`,
      refresh_token: `refresh-${owner}-${serial}`,
      expires_in: lifetime,
    });
  };

  const at = (path: string) => new URL(path, gatehouse.url);
  const endpoint = (name: string) => new URL(`http://localhost:${gatehouse.port}/mcp/${name}`);
  const transportInit = ({ token }: Pick<Somebody, 'token'>) => ({
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  });

  async function stateless(
    by: Pick<Somebody, 'token'>,
    name: string,
    capabilities: object = {},
  ): Promise<Client> {
    const client = new Client(
      { name: 'test', version: '1' },
      { capabilities, versionNegotiation: { mode: 'auto' } },
    );
    await client.connect(new StreamableHTTPClientTransport(endpoint(name), transportInit(by)));
    return client;
  }

  async function session(by: Somebody, name: string, capabilities: object = {}): Promise<ClientV1> {
    const client = new ClientV1({ name: 'test', version: '1' }, { capabilities });
    await client.connect(
      new TransportV1(endpoint(name), transportInit(by)) as Parameters<ClientV1['connect']>[0],
    );
    return client;
  }

  /** As far as the authorization server: what it was asked. */
  async function begin(
    by: Somebody,
    name = 'scripted',
    link = `/upstreams/${name}/connect`,
  ): Promise<URLSearchParams> {
    const page = await by.browser.request(at(link));
    const form = formTo(await page.text(), link.replaceAll('&', '&'), gatehouse.url);
    const answer = await submit(by.browser, form, { decision: 'approve' });
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`not sent on: ${answer.status} ${await answer.text()}`);
    return new URL(location).searchParams;
  }

  const back = (by: Somebody, query: Record<string, string>) =>
    by.browser.request(at(`/upstreams/scripted/callback?${new URLSearchParams(query).toString()}`));

  /** There and back, as the owner. */
  async function connect(by: Somebody, owner: string): Promise<void> {
    const state = (await begin(by)).get('state')!;
    const answer = await back(by, { code: owner, state, iss: server.issuer });
    if (answer.headers.get('location') !== '/upstreams?done=connected')
      throw new Error(`not connected: ${answer.status} ${await answer.text()}`);
  }

  async function call(by: Pick<Somebody, 'token'>, name = 'scripted'): Promise<string> {
    const client = await stateless(by, name);
    const result = await client.callTool({ name: 'whoami', arguments: {} });
    await client.close();
    return textOf(result);
  }

  const disconnect = async (by: Somebody, name = 'scripted') => {
    const page = await (await by.browser.request(at('/upstreams'))).text();
    return submit(by.browser, formTo(page, `${name}/disconnect`, gatehouse.url));
  };

  it('are given by way of a page that the client opens, at another Gatehouse', async () => {
    const asked: unknown[] = [];
    const client = new Client(
      { name: 'test', version: '1' },
      { capabilities: CAPABLE, versionNegotiation: { mode: 'auto' } },
    );
    client.setRequestHandler('elicitation/create', async ({ params }) => {
      asked.push(params);
      const { url } = params as { url: string };
      const end = await anna.browser.visit(new URL(url));
      expect(end.url).toContain('/upstreams?done=connected');
      return { action: 'accept' };
    });
    await client.connect(new StreamableHTTPClientTransport(endpoint('real'), transportInit(anna)));
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['connect']);
    await client.callTool({ name: 'connect', arguments: {} });
    expect(asked).toMatchObject([{ mode: 'url', message: 'Allow Gatehouse to use The real one for you.' }]);
    // What the client was told before it keeps for some seconds.
    const again = await stateless(anna, 'real');
    expect((await again.listTools()).tools.map(({ name }) => name)).toEqual(['whoami']);
    await again.close();
    expect(textOf(await client.callTool({ name: 'whoami', arguments: {} }))).toBe(anna.there);
    await client.close();
  });

  it('are asked for by an error of 2025-11-25, as long as they are not there', async () => {
    const client = await session(ben, 'scripted', CAPABLE);
    const failing = client.callTool({ name: 'connect', arguments: {} });
    const error = await failing.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      ...NOBODY,
      data: {
        elicitations: [
          {
            mode: 'url',
            url: expect.stringContaining(`${gatehouse.url}/upstreams/scripted/connect?request=`),
          },
        ],
      },
    });
    await connect(ben, 'ben');
    expect(textOf(await client.callTool({ name: 'whoami', arguments: {} }))).toBe('ben');
    await client.close();
  });

  it('are asked for in words where the client can open no page, and by nothing for who is no person', async () => {
    const url = `${gatehouse.url}/upstreams/scripted/connect?request=`;
    expect(await call(anna)).toContain(url);
    const plain = await session(anna, 'scripted');
    const result = (await plain.callTool({ name: 'whoami', arguments: {} })) as Result;
    expect([result.isError, textOf(result)]).toEqual([true, expect.stringContaining(url)]);
    await plain.close();
    const machine = { token: await gatehouse.token({ scope: 'mcp.access' }) };
    expect(await call(machine)).toContain('log in as one');
  });

  it('are not given by somebody else than who was asked', async () => {
    const [link = ''] = /http\S+request=[\w-]+/.exec(await call(anna)) ?? [];
    const page = await ben.browser.request(new URL(link));
    expect([page.status, await page.text()]).toEqual([
      403,
      expect.stringContaining('made for somebody else'),
    ]);
    expect((await anna.browser.request(new URL(link))).status).toBe(200);
    // Nor may scopes be put into it.
    expect((await anna.browser.request(new URL(`${link}&scope=everything`))).status).toBe(403);
  });

  it('are asked for at the server as its metadata says: PKCE, state, and the exact way back', async () => {
    const asked = await begin(anna);
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'gatehouse',
      redirect_uri: `${gatehouse.url}/upstreams/scripted/callback`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      resource: whoami.url,
    });
  });

  it.each<[string, (state: string) => Record<string, string>]>([
    ['of another issuer', (state) => ({ code: 'anna', state, iss: 'https://evil.example' })],
    ['without an issuer, though the server promised one', (state) => ({ code: 'anna', state })],
    ['with another state', () => ({ code: 'anna', state: 'x'.repeat(43), iss: server.issuer })],
    ['without a state', () => ({ code: 'anna', iss: server.issuer })],
    ['that refuses', (state) => ({ error: 'access_denied', state, iss: server.issuer })],
    ['without a code', (state) => ({ state, iss: server.issuer })],
  ])('are not taken from an answer %s', async (_what, query) => {
    const before = server.asked.length;
    const state = (await begin(anna)).get('state')!;
    const answer = await back(anna, query(state));
    expect(answer.status).toBe(400);
    expect(server.asked.length).toBe(before);
    expect(await call(anna)).toContain('/connect?request=');
  });

  it('are not taken from an answer that somebody else brings, or that comes twice', async () => {
    const state = (await begin(anna)).get('state')!;
    const query = { code: 'anna', state, iss: server.issuer };
    expect((await back(ben, query)).status).toBe(400);
    const stranger = { ...anna, browser: new Browser(anna.user) };
    expect((await back(stranger, query)).status).toBe(400);
    // It was not used up by them.
    expect((await back(anna, query)).headers.get('location')).toBe('/upstreams?done=connected');
    const redeemed = server.asked.length;
    expect((await back(anna, query)).status).toBe(400);
    expect(server.asked.length).toBe(redeemed);
    const denied = await auditRecords(gatehouse, { event_type: 'upstream-grant.denied' });
    expect(new Set(denied.map(({ reason }) => reason))).toEqual(
      new Set(['other_person', 'state_unknown', 'answer_refused', 'denied_there']),
    );
  });

  it('never mix under 200 parallel calls, whose tokens are renewed meanwhile, each once', async () => {
    // So short that it ends between two calls.
    lifetime = 1;
    await connect(anna, 'anna');
    await connect(ben, 'ben');
    const before = server.asked.length;
    const clients = await Promise.all([anna, ben].map((by) => stateless(by, 'scripted')));
    const renewals = () => server.asked.slice(before).map(({ form }) => form.get('refresh_token'));
    // On a busy machine a round may be over before a token has ended twice.
    do {
      const said = await Promise.all(
        Array.from({ length: 200 }, async (_each, index) => {
          await new Promise((resolve) => setTimeout(resolve, (index % 20) * 100));
          return textOf(await clients[index % 2]!.callTool({ name: 'whoami', arguments: {} }));
        }),
      );
      expect(said.filter((_owner, index) => index % 2 === 0)).toEqual(Array(100).fill('anna'));
      expect(said.filter((_owner, index) => index % 2 === 1)).toEqual(Array(100).fill('ben'));
    } while (renewals().length <= 3);
    expect(new Set(renewals()).size).toBe(renewals().length);
    await Promise.all(clients.map((client) => client.close()));
  });

  it('are renewed when the upstream refuses a token before its end, and the call is made once more', async () => {
    await connect(anna, 'anna');
    whoami.refused.set(`anna-${serial}`, { status: 401, challenge: 'Bearer error="invalid_token"' });
    expect(await call(anna)).toBe('anna');
    expect(server.lastForm).toMatchObject({ grant_type: 'refresh_token' });
  });

  it('are asked for again when the server does not know the refresh token any more', async () => {
    await connect(anna, 'anna');
    tokens.clear();
    whoami.refused.set(`anna-${serial}`, { status: 401, challenge: 'Bearer' });
    expect(await call(anna)).toContain('/connect?request=');
    await connect(anna, 'anna');
    expect(await call(anna)).toBe('anna');
  });

  it('are asked of each for more, as often as it takes, when the upstream wants further scopes', async () => {
    const challenge = 'Bearer error="insufficient_scope", scope="whoami.read"';
    const people = [
      { by: anna, owner: 'anna' },
      { by: ben, owner: 'ben' },
    ];
    for (const { by, owner } of people) {
      await connect(by, owner);
      whoami.refused.set(`${owner}-${serial}`, { status: 403, challenge });
    }
    for (const { by, owner } of people) {
      const said = await call(by);
      expect(said).toMatch(/&scope=whoami\.read/);
      expect(await call(by)).toBe(said);
      const [link = ''] = /http\S+request=[\w-]+&scope=[\w.]+/.exec(said) ?? [];
      const asked = await begin(by, 'scripted', link.slice(gatehouse.url.length));
      expect(asked.get('scope')).toBe('whoami.read');
      await back(by, { code: owner, state: asked.get('state')!, iss: server.issuer });
      expect(await call(by)).toBe(owner);
    }
  });

  it('end when the person takes them back, there as well, with what is under way', async () => {
    await connect(anna, 'anna');
    const refreshToken = `refresh-anna-${serial}`;
    await connect(ben, 'ben');
    expect(await call(anna)).toBe('anna');
    let release: () => void = () => undefined;
    whoami.holding = new Promise((done) => (release = done));
    const client = await stateless(anna, 'scripted');
    const underWay = client.callTool({ name: 'whoami', arguments: {} }).then(textOf, () => 'ended');
    expect(await within(LIVENESS_MS, () => whoami.held === 1)).toBe(true);
    expect((await disconnect(anna)).headers.get('location')).toBe('/upstreams?done=disconnected');
    expect(await underWay).not.toBe('anna');
    release();
    expect(server.asked.at(-1)).toMatchObject({ path: '/revoke' });
    expect(server.lastForm['token']).toBe(refreshToken);
    expect(await call(anna)).toContain('/connect?request=');
    expect(await call(ben)).toBe('ben');
    await client.close();
  });

  it('end when an administrator takes them back, within a second', async () => {
    await connect(anna, 'anna');
    const client = await stateless(anna, 'scripted');
    const ask = async () =>
      textOf(await client.callTool({ name: 'whoami', arguments: {} })).includes('/connect?');
    expect(await ask()).toBe(false);
    const env = { UPSTREAMS_FILE: upstreamsFile([]) };
    const listed = (await cli(
      gatehouse.database,
      ['upstream', 'grants', 'scripted', '--json'],
      env,
    )) as object[];
    expect(listed).toContainEqual(expect.objectContaining({ upstream: 'scripted', user_id: anna.user.id }));
    await cli(gatehouse.database, ['upstream', 'revoke', 'scripted', anna.user.username, '--json'], env);
    console.info(`stopped ${await timeUntil(true, ask)} ms after the revocation had answered`);
    await client.close();
    const revoked = await auditRecords(gatehouse, { event_type: 'upstream-grant.revoked' });
    expect(revoked.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['revoked_by_administrator', 'revoked_by_user', 'refused_by_server']),
    );
  });

  it('leave neither the client’s tokens nor their own anywhere they do not belong', async () => {
    await connect(anna, 'anna');
    await call(anna);
    const received = whoami.received.join('\n');
    const toServer = server.asked.map(({ body, headers }) => `${JSON.stringify(headers)} ${body}`).join('\n');
    for (const { token } of [anna, ben]) {
      const [header = '', payload = '', signature = ''] = token.split('.');
      for (const part of [token, `${header}.${payload}`, payload, signature])
        for (const place of [received, toServer, other.output()]) expect(place).not.toContain(part);
    }
    const own = [`anna-${serial}`, `refresh-anna-${serial}`, SECRET];
    // At rest, in the database's own files, as well.
    const kept = [
      bytesBelow(gatehouse.logDir),
      bytesBelow(gatehouse.dataDir),
      Buffer.from(gatehouse.output()),
    ];
    for (const secret of own) for (const place of kept) expect(place.includes(secret)).toBe(false);
    expect(received).toContain(own[0]);
    expect(received).not.toContain(own[1]);
  });
});
