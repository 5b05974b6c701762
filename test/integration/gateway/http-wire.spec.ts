import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpWire } from '../../../src/gateway/upstreams/peer/http-wire.js';
import type { Configuration } from '../../../src/config/index.js';
import { GuardedFetcher, NameResolver, TlsConnector } from '../../../src/security/fetch/index.js';

const LIMIT = 10_000;
const ANSWER = { jsonrpc: '2.0', id: 1, result: { content: [] } };
const request = { jsonrpc: '2.0', id: 1, method: 'tools/call' } as const;

type Answering = (response: ServerResponse) => void;

const json = (body: unknown) => (response: ServerResponse) =>
  void response
    .setHeader('Content-Type', 'application/json')
    .end(typeof body === 'string' ? body : JSON.stringify(body));
const stream =
  (...texts: string[]) =>
  (response: ServerResponse) => {
    response.setHeader('Content-Type', 'text/event-stream');
    for (const text of texts) response.write(text);
  };
const event = (message: unknown) => `data: ${JSON.stringify(message)}\n\n`;

/** Every name means this address. */
class Everywhere extends NameResolver {
  constructor(private readonly address: string) {
    super();
  }
  resolve(): Promise<string[]> {
    return Promise.resolve([this.address]);
  }
  resolveTrusted(): Promise<string[]> {
    return Promise.resolve([this.address]);
  }
}

const fetcherOf = (address = '127.0.0.1') =>
  new GuardedFetcher(new Everywhere(address), new TlsConnector(), {
    fetch: { allowedHosts: [] },
  } as unknown as Configuration);

describe('An upstream over HTTP', () => {
  let server: Server;
  let answer: Answering = json(ANSWER);
  let connections = 0;
  const urlOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;

  beforeAll(async () => {
    server = createServer((incoming, response) => {
      incoming.resume();
      incoming.on('end', () => answer(response));
    });
    server.on('connection', () => (connections += 1));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const wire = () =>
    new HttpWire(fetcherOf().connectionsTo(urlOf(), true, 2_000), LIMIT, { headers: () => ({}) });
  const ask = async (answering: Answering, timeout = 5_000) => {
    answer = answering;
    const way = wire();
    const heard: unknown[] = [];
    try {
      const message = await way.exchange(request, {
        headers: {},
        signal: AbortSignal.timeout(timeout),
        onNotification: (notification) => void heard.push(notification),
      });
      return { message, heard };
    } finally {
      await way.close();
    }
  };

  it('answers with one message, or at the end of a stream', async () => {
    expect(await ask(json(ANSWER))).toEqual({ message: ANSWER, heard: [] });
    const progress = { jsonrpc: '2.0', method: 'notifications/progress', params: { progress: 1 } };
    expect(await ask(stream(event(progress), event(ANSWER)))).toEqual({ message: ANSWER, heard: [progress] });
  });

  it('may send answers that nobody asked for', async () => {
    const stranger = { ...ANSWER, id: 2 };
    expect((await ask(stream(event(stranger), event(ANSWER), event(ANSWER)))).message).toEqual(ANSWER);
  });

  it.each<[string, Answering, string]>([
    ['no JSON', json('<html>'), 'not_json_rpc'],
    [
      'another type',
      (response) => void response.setHeader('Content-Type', 'text/html').end('<html>'),
      'not_json_rpc',
    ],
    ['JSON that is no message', json({ hello: 1 }), 'not_json_rpc'],
    [
      'no answer in a stream',
      (response) => (stream(event({ ...ANSWER, id: 9 }))(response), void response.end()),
      'connection_lost',
    ],
    ['more than is taken', json({ ...ANSWER, result: { text: 'x'.repeat(LIMIT) } }), 'too_large'],
    ['an event without end', stream(`data: ${'x'.repeat(2 * LIMIT)}`), 'too_large'],
    [
      'half an answer',
      (response) => {
        response
          .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' })
          .write('{"jsonrpc"');
        setTimeout(() => response.destroy(), 20);
      },
      'connection_lost',
    ],
    [
      'a redirect',
      (response) => void response.writeHead(307, { Location: 'http://127.0.0.1:1/' }).end(),
      'not_reachable',
    ],
    [
      'compressed octets',
      (response) => void response.setHeader('Content-Encoding', 'gzip').end('x'),
      'not_reachable',
    ],
  ])('is not believed when it sends %s', async (_what, answering, failure) => {
    await expect(ask(answering)).rejects.toMatchObject({ name: 'WireError', failure });
  });

  it('is not waited for longer than is said, however busy it looks', async () => {
    const dripping = (response: ServerResponse) => {
      response.setHeader('Content-Type', 'text/event-stream');
      const timer = setInterval(() => response.write(': still here\n'), 10);
      response.on('close', () => clearInterval(timer));
    };
    await expect(ask(dripping, 200)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('keeps a connection between requests', async () => {
    answer = json(ANSWER);
    const way = wire();
    const before = connections;
    for (let count = 0; count < 5; count += 1)
      await way.exchange(request, {
        headers: {},
        signal: AbortSignal.timeout(5_000),
        onNotification: () => undefined,
      });
    await way.close();
    expect(connections - before).toBe(1);
  });

  it.each([
    [
      'a private address nobody declared',
      () => fetcherOf('10.0.0.7').connectionsTo('https://inside.example/mcp', false, 500),
    ],
    ['a link-local address', () => fetcherOf().connectionsTo('https://169.254.169.254/mcp', false, 500)],
    ['a name for this machine', () => fetcherOf().connectionsTo('https://localhost/mcp', false, 500)],
  ])('is not looked for at %s', async (_what, connect) => {
    const way = new HttpWire(connect(), LIMIT, { headers: () => ({}) });
    const asked = way.exchange(request, {
      headers: {},
      signal: AbortSignal.timeout(5_000),
      onNotification: () => undefined,
    });
    await expect(asked).rejects.toMatchObject({
      failure: 'not_reachable',
      cause: { reason: 'address_not_public' },
    });
  });

  it('holds up a bounded number of answers to what it asks, and gets none for an id without bound', async () => {
    const asked = 1_000;
    const bodies: string[] = [];
    const answering = createServer((incoming, response) => {
      let body = '';
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
      incoming.on('end', () => {
        const { method } = JSON.parse(body) as { method?: string };
        // Answers are held up for ever.
        if (method === undefined) return void bodies.push(body);
        const ping = (id: unknown) => event({ jsonrpc: '2.0', id, method: 'ping' });
        const ids = Array.from({ length: asked }, (_, index) => `id-${index}`);
        stream(...['x'.repeat(2_000), null, {}, ...ids].map(ping))(response);
        // The call goes on until nothing more has come for a while.
        let before = -1;
        const timer = setInterval(() => {
          if (bodies.length > 0 && bodies.length === before) {
            clearInterval(timer);
            response.end(event(ANSWER));
          }
          before = bodies.length;
        }, 200);
      });
    });
    await new Promise<void>((listening) => answering.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(answering.address() as AddressInfo).port}/mcp`;
    const way = new HttpWire(fetcherOf().connectionsTo(url, true, 2_000), LIMIT, { headers: () => ({}) });
    const options = { headers: {}, signal: AbortSignal.timeout(20_000), onNotification: () => undefined };
    expect(await way.exchange(request, options)).toEqual(ANSWER);
    expect(bodies.length).toBeGreaterThan(10);
    expect(bodies.length).toBeLessThan(asked / 2);
    for (const body of bodies) expect(body).toMatch(/"id":"id-\d+"/);
    await way.close();
    answering.closeAllConnections();
    answering.close();
  });

  it('needs TLS unless its address is declared', () => {
    expect(() => fetcherOf().connectionsTo('http://mcp.example/mcp', false, 500)).toThrow(/not_https/);
  });
});
