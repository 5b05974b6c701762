import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration } from '../../../src/config/index.js';
import { HttpWire } from '../../../src/gateway/upstreams/peer/http-wire.js';
import { GuardedFetcher, SystemNameResolver, TlsConnector } from '../../../src/security/fetch/index.js';

const ANSWER = { jsonrpc: '2.0', id: 1, result: { content: [] } };
const PROGRESS = { jsonrpc: '2.0', method: 'notifications/progress', params: { progress: 1 } };
const request = { jsonrpc: '2.0', id: 1, method: 'tools/call' } as const;
const SESSION = { 'mcp-session-id': 'one', 'mcp-protocol-version': '2025-11-25' };

type Step = (response: ServerResponse) => void;

const event = (message: unknown, id?: string) =>
  `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(message)}\n\n`;
/** As servers begin a stream that they are going to close. */
const opening = (id: string, retry = 10) => `id: ${id}\nretry: ${retry}\ndata: \n\n`;
const stream =
  (...texts: string[]): Step =>
  (response) =>
    void response.setHeader('Content-Type', 'text/event-stream').end(texts.join(''));
const status =
  (code: number): Step =>
  (response) =>
    void response.writeHead(code).end();
const cutOff =
  (text: string): Step =>
  (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(text);
    setTimeout(() => response.destroy(), 20);
  };

describe('The answer on a stream that the server closes', () => {
  let server: Server;
  let url: string;
  /** What it does one time after another, the last for ever. */
  let steps: Step[] = [];
  let heard: {
    readonly method: string;
    readonly from: unknown;
    readonly session: unknown;
    readonly at: number;
  }[];

  beforeAll(async () => {
    server = createServer((incoming: IncomingMessage, response) => {
      incoming.resume().on('end', () => {
        const { 'last-event-id': from, 'mcp-session-id': session } = incoming.headers;
        heard.push({ method: incoming.method ?? '', from, session, at: performance.now() });
        (steps.length > 1 ? steps.shift()! : steps[0]!)(response);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
  });
  beforeEach(() => {
    heard = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  function wire(): HttpWire {
    const configuration = { fetch: { allowedHosts: [] } } as unknown as Configuration;
    const fetcher = new GuardedFetcher(new SystemNameResolver(), new TlsConnector(), configuration);
    return new HttpWire(fetcher.connectionsTo(url, true, 2_000), 10_000, { headers: () => ({}) });
  }

  async function ask(script: Step[], headers: Record<string, string> = SESSION, timeout = 20_000) {
    steps = script;
    const way = wire();
    const notifications: unknown[] = [];
    try {
      const signal = AbortSignal.timeout(timeout);
      const onNotification = (message: unknown) => void notifications.push(message);
      return { answer: await way.exchange(request, { headers, signal, onNotification }), notifications };
    } finally {
      await way.close();
    }
  }
  const asked = () => heard.map(({ method, from }) => [method, from]);

  it('is waited for on one that begins after the last event, once the server wants to be asked', async () => {
    const script = [
      stream(opening('a', 300), event(PROGRESS, 'b')),
      stream(event(PROGRESS, 'c')),
      stream(event(ANSWER, 'd')),
    ];
    expect(await ask(script)).toEqual({ answer: ANSWER, notifications: [PROGRESS, PROGRESS] });
    expect(asked()).toEqual([
      ['POST', undefined],
      ['GET', 'b'],
      ['GET', 'c'],
    ]);
    expect(heard.map(({ session }) => session)).toEqual(['one', 'one', 'one']);
    expect(heard[1]!.at - heard[0]!.at).toBeGreaterThan(290);
  });

  it('is found behind the opening event, which example stores of events repeat as an empty object', async () => {
    const script = [stream(opening('a')), stream(event({}, 'a'), event(ANSWER, 'b'))];
    expect(await ask(script)).toEqual({ answer: ANSWER, notifications: [] });
  });

  it.each<[string, Step[], (string | undefined)[]]>([
    ['the connection was lost', [cutOff(event(PROGRESS, 'a')), stream(event(ANSWER))], [undefined, 'a']],
    [
      'the server is away for a moment',
      [stream(opening('a')), status(503), stream(event(ANSWER))],
      [undefined, 'a', 'a'],
    ],
    ['an id is not of ASCII', [stream(opening('끝')), stream(event(ANSWER))], [undefined, '끝']],
  ])('is found where %s', async (_what, script, from) => {
    expect((await ask(script)).answer).toEqual(ANSWER);
    const said = heard.map(({ from: id }) => id && Buffer.from(id as string, 'latin1').toString('utf8'));
    expect(said).toEqual(from);
  });

  it.each<[string, Step[], number]>([
    ['no event had an id', [stream(event(PROGRESS))], 1],
    ['the id was taken back', [stream(opening('a'), 'id:\ndata: \n\n')], 1],
    ['a header cannot carry the id', [stream(opening('a\u0001'))], 1],
    ['the server does not know the stream', [stream(opening('a')), status(404)], 2],
    ['the server has no such streams', [stream(opening('a')), status(405)], 2],
    ['the server stays away', [stream(opening('a')), status(503)], 4],
  ])('is lost where %s', async (_what, script, requests) => {
    await expect(ask(script)).rejects.toMatchObject({
      name: 'WireError',
      failure: 'connection_lost',
    });
    expect(heard).toHaveLength(requests);
    // Whatever it took, the call was made once.
    expect(heard.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('is lost where the revision is 2026-07-28, which has no resumption', async () => {
    const lost = ask([stream(opening('a'))], { 'mcp-method': 'tools/call' });
    await expect(lost).rejects.toMatchObject({ name: 'WireError', failure: 'connection_lost' });
    expect(heard).toHaveLength(1);
  });

  it('is waited for no longer than the call may take', async () => {
    const waiting = ask([stream(opening('a'))], SESSION, 500);
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' });
    const long = ask([stream(opening('a', 60_000))], SESSION, 100);
    await expect(long).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('is not waited for beyond the end of the wire', async () => {
    steps = [stream(opening('a', 60_000))];
    const way = wire();
    const options = { headers: {}, signal: AbortSignal.timeout(20_000), onNotification: () => undefined };
    const waiting = way.exchange(request, options);
    setTimeout(() => void way.close(), 100);
    await expect(waiting).rejects.toMatchObject({ name: 'WireError', failure: 'connection_lost' });
    expect(heard).toHaveLength(1);
  });
});
