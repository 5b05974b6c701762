import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import {
  answer,
  event,
  MisbehavingServer,
  startStream,
  text,
  type Misbehaviour,
} from './misbehaving-server.js';
import { eventually } from './eventually.js';
import { residentOctets } from './resident-octets.js';
import { connectHttp } from './upstream-clients.js';

const STREAMS = 200;
const STEPS = 50;
const MEBIBYTE = 1_048_576;
/** What a server would send to a client that takes nothing, if it were let. */
const FLOOD = 400 * MEBIBYTE;

const progressOf = (progressToken: unknown, progress: number, message = '') =>
  event({ method: 'notifications/progress', params: { progressToken, progress, total: STEPS, message } });

describe('Progress through the gateway', () => {
  let gatehouse: Gatehouse;
  let server: MisbehavingServer;
  let token: string;
  let poured = 0;
  /** Calls that wait until all others are there. */
  const waiting: (() => void)[] = [];

  const steps: Misbehaviour = ({ id, progressToken }, response) => {
    startStream(response).flushHeaders();
    let step = 0;
    const next = () => {
      step += 1;
      response.write(progressOf(progressToken, step));
      if (step < STEPS) setImmediate(next);
      else response.end(event({ id, result: text('done') }));
    };
    waiting.push(next);
    if (waiting.length === STREAMS) for (const begin of waiting.splice(0)) begin();
  };
  const flood: Misbehaviour = ({ progressToken }, response) => {
    const message = 'x'.repeat(60_000);
    startStream(response);
    let step = 0;
    const more = () => {
      while (poured < FLOOD && !response.destroyed) {
        poured += message.length;
        if (!response.write(progressOf(progressToken, ++step, message)))
          return void response.once('drain', more);
      }
    };
    more();
  };

  let isTicking = false;
  const ticks: Misbehaviour = ({ progressToken }, response) => {
    startStream(response);
    isTicking = true;
    let step = 0;
    const timer = setInterval(() => response.write(progressOf(progressToken, ++step)), 100);
    response.once('close', () => {
      clearInterval(timer);
      isTicking = false;
    });
  };

  beforeAll(async () => {
    server = new MisbehavingServer({
      ticks,
      steps,
      flood,
      fine: ({ id }, response) => answer(response, id, text('fine')),
    });
    const url = `http://127.0.0.1:${await server.listen()}/mcp`;
    const upstream = {
      name: 'steps',
      url,
      private_address: true,
      scopes: ['write'],
      pii: 'keep',
      merged: false,
    };
    gatehouse = await startGatehouse({
      env: {
        UPSTREAMS_FILE: upstreamsFile([{ ...upstream, revision: 'legacy' }]),
        REQUESTS_PER_MINUTE: '100000',
      },
    });
    token = await gatehouse.token({ scope: 'mcp.access write' });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await server.close();
  });
  const endpoint = () => `http://localhost:${gatehouse.port}/mcp/steps`;
  /** A call of 2026-07-28 that wants to hear of progress. */
  const ask = (name: string, by: string, signal?: AbortSignal) =>
    fetch(endpoint(), {
      method: 'POST',
      signal: signal ?? null,
      headers: {
        Authorization: `Bearer ${by}`,
        'Content-Type': 'application/json',
        Accept: 'application/json, text/event-stream',
        'Mcp-Protocol-Version': '2026-07-28',
        'Mcp-Method': 'tools/call',
        'Mcp-Name': name,
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: {
          name,
          arguments: {},
          _meta: {
            progressToken: 'p',
            'io.modelcontextprotocol/protocolVersion': '2026-07-28',
            'io.modelcontextprotocol/clientCapabilities': {},
          },
        },
      }),
    });

  it.each(['v2 auto', 'v1'] as const)(
    `arrives whole and in order at each of ${STREAMS} calls of %s clients at once`,
    async (generation) => {
      const clients = await Promise.all(
        Array.from({ length: 20 }, () => connectHttp(generation, endpoint(), token)),
      );
      const heard = await Promise.all(
        Array.from({ length: STREAMS }, async (_, index) => {
          const seen: unknown[] = [];
          const result = await clients[index % clients.length]!.callTool(
            'steps',
            {},
            { onProgress: ({ progress }) => seen.push(progress) },
          );
          return { seen, said: JSON.stringify(result) };
        }),
      );
      const expected = Array.from({ length: STEPS }, (_, index) => index + 1);
      for (const { seen, said } of heard) {
        expect(said).toContain('done');
        expect(seen).toEqual(expected);
      }
      await Promise.all(clients.map((client) => client.close()));
    },
  );

  it('ends with the token that allowed it', async () => {
    const own = await gatehouse.token({ scope: 'mcp.access write' });
    const response = await ask('ticks', own);
    const reader = response.body!.getReader();
    expect((await reader.read()).done).toBe(false);
    expect(isTicking).toBe(true);
    const revoked = await fetch(`http://localhost:${gatehouse.port}/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token: own, client_id: 'mcp-client', client_secret: 'secret' }),
    });
    expect(revoked.status).toBe(200);
    // Without an end the test itself ends too late.
    for (let part = await reader.read(); !part.done; part = await reader.read()) continue;
    await eventually(() => expect(isTicking).toBe(false));
    expect((await ask('ticks', own)).status).toBe(401);
  });

  it('waits in the server, not in our memory, for a client that takes nothing', async () => {
    const before = residentOctets(gatehouse.pid);
    const stalled = new AbortController();
    const response = await ask('flood', token, stalled.signal);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    // Calls of others show that there was time to take in more; then what it has sent grows no more.
    const other = await connectHttp('v2', endpoint(), token);
    let last = -1;
    for (let stood = 0; stood < 10; last = poured) {
      stood = poured === last ? stood + 1 : 0;
      for (let call = 0; call < 20; call += 1)
        expect(JSON.stringify(await other.callTool('fine', {}))).toContain('fine');
      if (poured >= FLOOD) break;
    }
    expect(poured).toBeLessThan(FLOOD / 4);
    expect(residentOctets(gatehouse.pid) - before).toBeLessThan(FLOOD / 2);
    await other.close();
    stalled.abort();
  });
});
