import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Standing } from '../../../src/auth/index.js';
import type { Principal } from '../../../src/common/principal.js';
import { CallLimit } from '../../../src/gateway/upstreams/catalogue/call-limit.js';
import { ResourceSubscriptions } from '../../../src/gateway/upstreams/catalogue/resource-subscriptions.js';
import type { UpstreamConnections } from '../../../src/gateway/upstreams/peer/upstream-connections.js';
import { eventually } from '../../e2e/gateway/eventually.js';
import { answer, connectionsTo, ScriptedServer } from './scripted-server.js';

const URI = 'note://one';
const ANNA = { kind: 'user', subject: 'anna', clientId: 'c', scopes: [] } as unknown as Principal;
const startStream = (response: ServerResponse) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('retry: 1\n\n');
  return response;
};
const forever = () => new AbortController().signal;

describe('Subscriptions at an upstream', () => {
  let server: ScriptedServer;
  let url: string;
  let connections: UpstreamConnections;
  let subscriptions: ResourceSubscriptions;

  beforeEach(async () => {
    server = new ScriptedServer();
    url = await server.listen();
    use({});
  });
  afterEach(async () => {
    subscriptions.close();
    await connections.close();
    server.close();
  });

  function use(members: object): void {
    connections = connectionsTo(url, members);
    subscriptions = new ResourceSubscriptions(connections);
  }

  const subscribe = (uri: string, by?: Principal, caller = forever()) =>
    subscriptions.subscribe(uri, by, new CallLimit(caller, 10_000));
  const call = (by?: Principal) =>
    connections.use(by, forever(), (connection) =>
      connection.request('tools/call', { name: 'x' }, { signal: forever() }),
    );

  it('and calls keep the connection where something before the server answers 404 to who would listen', async () => {
    server.listening = (response) => void response.writeHead(404).end();
    for (let calls = 0; calls < 3; calls += 1) {
      await call();
      await delay(100);
    }
    await subscribe(URI);
    await delay(500);
    expect([server.sessions, server.count('resources/subscribe')]).toEqual([1, 1]);
  });

  it('are made again with pauses where the server forgets its sessions over and over', async () => {
    const { script } = server;
    const called = new Set<unknown>();
    server.script = (message, response, request) => {
      const session = request.headers['mcp-session-id'];
      const isForgotten = message.method === 'tools/call' && called.has(session);
      if (isForgotten) return void response.writeHead(404).end();
      if (message.method === 'tools/call') called.add(session);
      script(message, response, request);
    };
    await subscribe(URI);
    const start = performance.now();
    for (; server.sessions <= 10 || server.count('resources/subscribe') < 2; await delay(10)) await call();
    const seconds = (performance.now() - start) / 1_000;
    // The first, one at once, and one behind each pause, which is twice as long as the one before.
    expect(server.count('resources/subscribe')).toBeLessThanOrEqual(3 + Math.log2(seconds + 1));
  }, 60_000);

  it('are taken back one after another, however many end at once, and not where they are wanted again', async () => {
    let most = 0;
    let asked = 0;
    server.script = ({ id, method }, response) => {
      if (method !== 'resources/unsubscribe') return answer(response, id, {});
      most = Math.max(most, (asked += 1));
      setTimeout(() => {
        asked -= 1;
        answer(response, id, {});
      }, 20);
    };
    const ends = [];
    for (let each = 0; each < 50; each += 1) ends.push(await subscribe(`note://${each}`));
    for (const end of ends) end();
    await subscribe('note://49');
    await eventually(() => expect(server.count('resources/unsubscribe')).toBe(49));
    await delay(100);
    expect([most, server.count('resources/unsubscribe')]).toEqual([1, 49]);
  });

  it.each([
    ['while its stream stays', 1_000, (response: ServerResponse) => void startStream(response)],
    [
      'when its stream is to be opened again',
      60_000,
      (response: ServerResponse) => void startStream(response).end(),
    ],
  ])(
    'keep the connection of a caller only as long as their credential is good: %s',
    async (_what, idle, listening) => {
      server.listening = listening;
      use({ connections: 'caller', timeouts: { idle_ms: idle } });
      let standing: Standing = 'in_force';
      connections.standingOf = () => Promise.resolve(standing);
      await subscribe(URI, ANNA);
      await delay(2_500);
      expect([server.sessions, server.count('DELETE')]).toEqual([1, 0]);
      standing = 'over';
      await eventually(() => expect(server.count('DELETE')).toBe(1));
      const asked = server.count('GET');
      await delay(1_500);
      expect([server.sessions, server.count('GET')]).toEqual([1, asked]);
      // Whoever comes anew begins anew.
      standing = 'in_force';
      await call(ANNA);
      await eventually(() => expect(server.count('resources/subscribe')).toBe(2));
    },
    20_000,
  );

  it('outlast a moment in which nobody knows whether their caller may still ask', async () => {
    const { script } = server;
    server.listening = (response) => void startStream(response);
    server.script = (message, response, request) => {
      const isForgotten =
        message.method === 'tools/call' && request.headers['mcp-session-id'] === 'session-1';
      if (isForgotten) return void response.writeHead(404).end();
      script(message, response, request);
    };
    use({ connections: 'caller', timeouts: { idle_ms: 1_000 } });
    let standing: Standing = 'in_force';
    connections.standingOf = () => Promise.resolve(standing);
    await subscribe(URI, ANNA);
    standing = 'unknown';
    await delay(2_500);
    expect([server.sessions, server.count('DELETE')]).toEqual([1, 0]);
    await call(ANNA);
    await delay(1_500);
    expect([server.sessions, server.count('resources/subscribe')]).toEqual([2, 1]);
    standing = 'in_force';
    await eventually(() => expect(server.count('resources/subscribe')).toBe(2));
  }, 30_000);

  it('are made again where the connection is given up while the first of them is asked for', async () => {
    const { script } = server;
    const held: (() => void)[] = [];
    server.script = (message, response, request) => {
      const isFirst = request.headers['mcp-session-id'] === 'session-1';
      if (isFirst && message.method === 'tools/call') return void response.writeHead(404).end();
      if (isFirst) return void held.push(() => script(message, response, request));
      script(message, response, request);
    };
    const subscribing = subscribe(URI);
    await eventually(() => expect(held).toHaveLength(1));
    await call();
    held.pop()!();
    await subscribing;
    await eventually(() => expect(server.count('resources/subscribe')).toBe(2));
    expect(server.sessions).toBe(2);
  });

  it('wait for what takes back the one before no longer than their caller does', async () => {
    const { script } = server;
    server.script = (message, response, request) => {
      if (message.method !== 'resources/unsubscribe') script(message, response, request);
    };
    const end = await subscribe(URI);
    end();
    await eventually(() => expect(server.count('resources/unsubscribe')).toBe(1));
    const caller = new AbortController();
    setTimeout(() => caller.abort(new Error('called off')), 200);
    await expect(subscribe(URI, undefined, caller.signal)).rejects.toThrow('called off');
    expect(server.count('resources/subscribe')).toBe(1);
  }, 10_000);
});
