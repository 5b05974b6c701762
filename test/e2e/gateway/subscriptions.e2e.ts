import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ResourceUpdatedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { authorize, redeem } from '../../support/browser-flow.js';
import { cli } from '../../support/cli.js';
import { createClient } from '../../support/clients.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser } from '../../support/people.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { eventually } from './eventually.js';
import { SubscribingServer, WATCHED } from './subscribing-server.js';

const IDLE_MS = 1_000;
const MIRROR = resolve('test/fixtures/gateway/mirror-server.mjs');
const MIRRORED = 'mirror://fixed';

describe('A subscription to a resource behind the gateway', () => {
  let gatehouse: Gatehouse;
  let shared: SubscribingServer;
  let personal: SubscribingServer;
  let token: string;
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-subscriptions-'));
  const stage = join(folder, 'stage.json');
  const record = join(folder, 'record');
  const pid = join(folder, 'pid');

  beforeAll(async () => {
    [shared, personal] = await Promise.all([SubscribingServer.start(), SubscribingServer.start()]);
    writeFileSync(stage, JSON.stringify({ text: 'x', texts: [], json: {} }));
    writeFileSync(record, '');
    const common = { scopes: ['write'], pii: 'keep', timeouts: { idle_ms: IDLE_MS } };
    const http = { ...common, private_address: true };
    const program = `echo $$ > ${pid}; exec ${process.execPath} ${MIRROR} ${stage} ${record}`;
    gatehouse = await startGatehouse({
      env: {
        REQUESTS_PER_MINUTE: '10000',
        UPSTREAMS_FILE: upstreamsFile([
          { ...http, name: 'shared', url: shared.url },
          { ...http, name: 'personal', url: personal.url, identity: 'signed', connections: 'caller' },
          { ...common, name: 'program', command: '/bin/sh', args: ['-c', program] },
        ]),
      },
    });
    token = await gatehouse.token({ scope: 'mcp.access write' });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await Promise.all([shared.close(), personal.close()]);
  });

  /** A session that hears of changes. */
  async function listen(path: string, by = token) {
    const transport = new StreamableHTTPClientTransport(
      new URL(`http://localhost:${gatehouse.port}${path}`),
      {
        requestInit: { headers: { Authorization: `Bearer ${by}` } },
      },
    );
    const client = new Client({ name: 'subscriptions-e2e', version: '1' });
    const changes: string[] = [];
    client.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) => {
      changes.push(params.uri);
    });
    await client.connect(transport as Parameters<Client['connect']>[0]);
    const end = async () => {
      await transport.terminateSession();
      await client.close();
    };
    return { client, changes, end };
  }

  const doors = [
    ['/mcp/shared', () => shared],
    ['/mcp/personal', () => personal],
    ['/mcp', () => shared],
  ] as const;
  const subscribed = `subscribe ${WATCHED}`;
  const unsubscribed = `unsubscribe ${WATCHED}`;

  /** Until the change arrives: the client opens its stream when it likes. */
  const isTold = (server: SubscribingServer, changes: readonly string[]) =>
    eventually(async () => {
      await server.touch(WATCHED);
      expect(changes).toContain(WATCHED);
    });

  beforeEach(() => {
    for (const { heard } of [shared, personal]) heard.length = 0;
  });

  it.each(doors)('keeps the connection, however long nobody calls: %s', async (path, serverOf) => {
    const server = serverOf();
    const { client, changes, end } = await listen(path);
    await client.subscribeResource({ uri: WATCHED });
    await delay(3 * IDLE_MS);
    await isTold(server, changes);
    expect(server.count(subscribed)).toBe(1);
    await end();
    // Without it, the connection is as idle as any.
    await eventually(() => expect(server.openSessions).toBe(0));
  });

  it.each(doors)('is made again when the server has forgotten it: %s', async (path, serverOf) => {
    const server = serverOf();
    const { client, changes, end } = await listen(path);
    await client.subscribeResource({ uri: WATCHED });
    await server.restart();
    // What changed meanwhile nobody can tell, so that is told too.
    await eventually(() => expect(changes).toContain(WATCHED));
    expect(server.count(subscribed)).toBe(2);
    changes.length = 0;
    await isTold(server, changes);
    await end();
  });

  it('is made again with the next call, where the server forgot it between two', async () => {
    const { client, changes, end } = await listen('/mcp/shared');
    await client.subscribeResource({ uri: WATCHED });
    const refused = 'note://refused';
    await client.subscribeResource({ uri: refused });
    shared.refused.add(refused);
    await shared.restart();
    await client.readResource({ uri: WATCHED }).catch(() => undefined);
    await isTold(shared, changes);
    expect([shared.count(subscribed), shared.count(`subscribe ${refused}`)]).toEqual([2, 2]);
    shared.refused.clear();
    await end();
  });

  it('is made again in nobody’s name whose token was revoked, until they come with another', async () => {
    const revoked = await gatehouse.token({ scope: 'mcp.access write' });
    const { client } = await listen('/mcp/personal', revoked);
    await client.subscribeResource({ uri: WATCHED });
    await fetch(`http://localhost:${gatehouse.port}/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token: revoked, client_id: 'mcp-client', client_secret: 'secret' }),
    });
    await personal.restart();
    // Twice as long as it takes to notice.
    await delay(10_000);
    expect(personal.openSessions).toBe(0);
    expect(personal.count(subscribed)).toBe(1);
    const { client: again, end } = await listen('/mcp/personal');
    await again.readResource({ uri: WATCHED }).catch(() => undefined);
    await eventually(() => expect(personal.count(subscribed)).toBe(2));
    await Promise.all([client.close(), end()]);
  });

  it('keeps no connection in the name of a person who was deleted', async () => {
    const redirectUri = 'http://127.0.0.1/callback';
    const scopes = ['mcp.access', 'write'];
    const grants = { isPublic: true, grantTypes: ['authorization_code'], redirectUris: [redirectUri] };
    const app = { ...(await createClient(gatehouse, { ...grants, scopes })), redirectUri };
    const user = await createUser(gatehouse, { roles: ['user'] });
    const parameters = { scope: scopes.join(' ') };
    const answer = await authorize({ gatehouse, client: app, user, parameters });
    const { body } = await redeem(gatehouse, app, answer);
    const { client } = await listen('/mcp/personal', String(body['access_token']));
    await client.subscribeResource({ uri: WATCHED });
    await delay(2 * IDLE_MS);
    // Others may be open whose owners are still there.
    const open = personal.openSessions;
    expect(open).toBeGreaterThan(0);
    await cli(gatehouse.database, ['user', 'delete', user.username, '--json']);
    await eventually(() => expect(personal.openSessions).toBe(open - 1));
    await client.close();
  });

  it('of a program is made again when that has ended', async () => {
    const asked = () =>
      readFileSync(record, 'utf8')
        .split('\n')
        .filter((line) => line.includes('"resources/subscribe"')).length;
    const { client, changes, end } = await listen('/mcp/program');
    await client.subscribeResource({ uri: MIRRORED });
    await eventually(() => expect(changes).toContain(MIRRORED));
    process.kill(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
    await eventually(() => expect(asked()).toBe(2));
    changes.length = 0;
    await eventually(() => expect(changes.length).toBeGreaterThan(2));
    await end();
  });

  it.each([
    ['ends its session', (end: () => Promise<void>) => end()],
    [
      'takes it back',
      async (end: () => Promise<void>, client: Client) => {
        await client.unsubscribeResource({ uri: WATCHED });
        await end();
      },
    ],
  ])('is taken back at the server when the last who listens %s', async (_how, leave) => {
    const [first, second] = [await listen('/mcp/shared'), await listen('/mcp')];
    for (const { client } of [first, second]) await client.subscribeResource({ uri: WATCHED });
    // Once more by the same session is still one.
    await first.client.subscribeResource({ uri: WATCHED });
    await leave(first.end, first.client);
    await isTold(shared, second.changes);
    expect(shared.count(unsubscribed)).toBe(0);
    await leave(second.end, second.client);
    await eventually(() => expect(shared.count(unsubscribed)).toBe(1));
  });

  it('is one of 200 at most of a session, which learns so', async () => {
    const { client, end } = await listen('/mcp/shared');
    const uri = (each: number) => `note://${each}`;
    for (let each = 0; each < 200; each += 1) await client.subscribeResource({ uri: uri(each) });
    await expect(client.subscribeResource({ uri: uri(200) })).rejects.toThrow(
      /can subscribe to 200 resources/,
    );
    expect(shared.count(`subscribe ${uri(200)}`)).toBe(0);
    // One of those again is no more than before.
    await client.subscribeResource({ uri: uri(0) });
    await client.unsubscribeResource({ uri: uri(0) });
    await client.subscribeResource({ uri: uri(200) });
    await end();
    await eventually(() => expect(shared.heard.filter((said) => said.startsWith('un'))).toHaveLength(201));
  }, 60_000);
});
