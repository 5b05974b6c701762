import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Principal } from '../../../src/common/principal.js';
import type { UpstreamConnections } from '../../../src/gateway/upstreams/peer/upstream-connections.js';
import { answer, connectionsTo, ScriptedServer } from './scripted-server.js';

const OPEN_MS = 300;
const caller = (subject: string): Principal =>
  ({ kind: 'user', subject, clientId: 'c', scopes: [], roles: [] }) as unknown as Principal;
const forever = () => new AbortController().signal;

describe('Connections to an upstream', () => {
  let server: ScriptedServer;
  let url: string;
  const open: UpstreamConnections[] = [];

  beforeEach(async () => {
    server = new ScriptedServer();
    url = await server.listen();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((connections) => connections.close()));
    server.close();
  });

  function connectionsWith(members: object = {}): UpstreamConnections {
    const connections = connectionsTo(url, members);
    open.push(connections);
    return connections;
  }

  const call = (connections: UpstreamConnections, by?: Principal, signal = forever()) =>
    connections.use(by, signal, (connection) => connection.request('tools/call', { name: 'x' }, { signal }));
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'answered',
      ({ failure, code }: { failure?: string; code?: number }) => failure ?? code,
    );

  it('are opened once for callers who come at the same time, and shared', async () => {
    const connections = connectionsWith();
    await Promise.all(['a', 'b', 'c'].map((subject) => call(connections, caller(subject))));
    expect(server.sessions).toBe(1);
  });

  it('belong to one caller each where that is declared, and make room for the next', async () => {
    const connections = connectionsWith({ connections: 'caller', limits: { connections: 2 } });
    for (const subject of ['a', 'b', 'a', 'c', 'a']) await call(connections, caller(subject));
    // The third caller takes the place of the second, who was away longest.
    expect(server.sessions).toBe(3);
  });

  it('make room where nobody listens first', async () => {
    const connections = connectionsWith({ connections: 'caller', limits: { connections: 2 } });
    connections.isWanted = (key) => key === connections.keyOf(caller('a'));
    for (const subject of ['a', 'b', 'c', 'a']) await call(connections, caller(subject));
    expect(server.sessions).toBe(3);
    // There is no other room than what is listened on: calls go first.
    connections.isWanted = () => true;
    await call(connections, caller('d'));
    expect(server.sessions).toBe(4);
  });

  it('are never more than declared, however many callers come at once', async () => {
    const release: (() => void)[] = [];
    server.script = (message, response) => answer(response, message.id, {});
    const connections = connectionsWith({ connections: 'caller', limits: { connections: 2 } });
    for (const subject of ['a', 'b']) await call(connections, caller(subject));
    server.script = (message, response) => void release.push(() => answer(response, message.id, {}));
    const outcomes: unknown[] = [];
    const calls = Array.from({ length: 12 }, async (_each, index) =>
      outcomes.push(await outcome(call(connections, caller(`burst-${index}`)))),
    );
    while (release.length < 2 || outcomes.length < 10) await delay(5);
    expect(outcomes).toEqual(Array(10).fill('too_many_calls'));
    for (const each of release) each();
    await Promise.all(calls);
    expect([server.sessions, outcomes.slice(10)]).toEqual([4, ['answered', 'answered']]);
  });

  it('never repeat a call that has begun and was cut off', async () => {
    server.script = (_message, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' }).write('{');
      setTimeout(() => response.destroy(), 20);
    };
    const connections = connectionsWith();
    expect(await outcome(call(connections))).toBe(-32603);
    expect(server.count('tools/call')).toBe(1);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['404', (response) => void response.writeHead(404).end()],
    [
      '400 that says so',
      (response) =>
        void response
          .writeHead(400, { 'Content-Type': 'application/json' })
          .end(
            '{"jsonrpc":"2.0","error":{"code":-32000,"message":"Bad Request: No valid session ID"},"id":null}',
          ),
    ],
  ])('send a request once more when the server forgot the session, by %s', async (_what, forget) => {
    server.script = (message, response, request) =>
      request.headers['mcp-session-id'] === 'session-1' ? forget(response) : answer(response, message.id, {});
    expect(await outcome(call(connectionsWith()))).toBe('answered');
    expect([server.sessions, server.count('tools/call')]).toEqual([2, 2]);
  });

  it('take no more calls at once than are declared', async () => {
    const release: (() => void)[] = [];
    server.script = (message, response) => void release.push(() => answer(response, message.id, {}));
    const connections = connectionsWith({ limits: { concurrent_calls: 2, queued_calls: 0 } });
    const calls = [call(connections), call(connections)].map(outcome);
    expect(await outcome(call(connections))).toBe('too_many_calls');
    while (release.length < 2) await delay(5);
    for (const each of release) each();
    expect(await Promise.all(calls)).toEqual(['answered', 'answered']);
  });

  it('leave the server alone after failures, and come back', async () => {
    server.script = (_message, response) => void response.writeHead(502).end();
    const connections = connectionsWith({ breaker: { failures: 3, open_ms: OPEN_MS } });
    for (let failed = 0; failed < 3; failed += 1)
      expect(await outcome(call(connections))).toBe('http_status');
    const asked = server.count('tools/call');
    expect(await outcome(call(connections))).toBe('left_alone');
    expect([server.count('tools/call'), connections.trouble]).toEqual([asked, 'http status']);
    server.script = (message, response) => answer(response, message.id, {});
    await delay(OPEN_MS + 50);
    expect(await outcome(call(connections))).toBe('answered');
    expect(connections.trouble).toBeUndefined();
  });

  it('tell the server that a call is cancelled, and stay good for others', async () => {
    server.script = (message, response) =>
      server.count('tools/call') > 1 ? answer(response, message.id, {}) : undefined;
    const connections = connectionsWith();
    const cancelling = new AbortController();
    const cancelled = outcome(call(connections, undefined, cancelling.signal));
    while (server.count('tools/call') === 0) await delay(5);
    cancelling.abort();
    await cancelled;
    while (server.count('notifications/cancelled') === 0) await delay(5);
    expect(await outcome(call(connections))).toBe('answered');
    expect(server.sessions).toBe(1);
  });

  it('do not hold the failures of a call against the server when the server says what is wrong', async () => {
    server.script = ({ id }, response) =>
      void response
        .setHeader('Content-Type', 'application/json')
        .end(
          JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32602, message: 'no', data: { kept: 1 } } }),
        );
    const connections = connectionsWith({ breaker: { failures: 1, open_ms: OPEN_MS } });
    for (let asked = 0; asked < 3; asked += 1)
      await expect(call(connections)).rejects.toMatchObject({ code: -32602, data: { kept: 1 } });
  });
});
