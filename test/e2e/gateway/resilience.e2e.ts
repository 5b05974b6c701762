import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { eventually } from './eventually.js';
import {
  answer,
  event,
  MisbehavingServer,
  startStream,
  text,
  type Misbehaviour,
} from './misbehaving-server.js';
import { residentOctets } from './resident-octets.js';
import { connectHttp, type AnyClient, type Answer } from './upstream-clients.js';

const MEBIBYTE = 1_048_576;
/** What one message may have, here; an answer of a hundred times as much must not cost us that much. */
const MESSAGE_BYTES = MEBIBYTE;
const HUGE = 100 * MEBIBYTE;
const CALL_MS = 2_000;
const SILENCE_MS = 1_000;
const PIECE = Buffer.alloc(65_536, 'x');

/** Sends octets as fast as they are taken, until all are sent or nobody takes more. */
function pour(response: NodeJS.WritableStream & { destroyed?: boolean }, octets: number): void {
  let sent = 0;
  const more = () => {
    while (sent < octets && response.destroyed !== true) {
      sent += PIECE.length;
      if (!response.write(PIECE)) return void response.once('drain', more);
    }
    response.end();
  };
  more();
}

const json = { 'Content-Type': 'application/json' };
const TOOLS: Readonly<Record<string, Misbehaviour>> = {
  fine: ({ id }, response) => answer(response, id, text('fine')),
  reset: (_call, response) => void response.socket?.resetAndDestroy(),
  half: (_call, response) => {
    response.writeHead(200, { ...json, 'Content-Length': '1000' }).write('{"jsonrpc":"2.0",');
    setTimeout(() => response.destroy(), 20);
  },
  'half-stream': ({ progressToken }, response) => {
    const params = { progressToken: progressToken ?? 0, progress: 1 };
    startStream(response).write(event({ method: 'notifications/progress', params }));
    setTimeout(() => response.destroy(), 20);
  },
  huge: (_call, response) => {
    response.writeHead(200, json).write('{"jsonrpc":"2.0","id":1,"result":{"content":"');
    pour(response, HUGE);
  },
  'huge-event': (_call, response) => {
    startStream(response).write('data: ');
    pour(response, HUGE);
  },
  drip: (_call, response) => {
    response.writeHead(200, json);
    const timer = setInterval(() => response.write(' '), 100);
    response.on('close', () => clearInterval(timer));
  },
  silent: () => undefined,
  'silent-body': (_call, response) => void response.writeHead(200, json).write('{'),
  'no-json': (_call, response) => void response.writeHead(200, json).end('<html>'),
  'no-rpc': (_call, response) => void response.writeHead(200, json).end('{"hello":1}'),
  html: (_call, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>'),
  broken: (_call, response) => void response.writeHead(500).end('stack trace'),
  redirect: (_call, response) => void response.writeHead(302, { Location: 'http://127.0.0.1/' }).end(),
  garbage: (_call, response) => void response.socket?.end('HTTP/9.9 what\r\n\r\n'),
  twice: ({ id }, response) => {
    startStream(response).write(event({ id: id + 1_000, result: text('of nobody') }));
    response.write(event({ id: String(id), result: text('of a text') }));
    response.end(event({ id, result: text('first') }) + event({ id, result: text('second') }));
  },
};
/** Tools whose calls have no answer, and what a caller is told. */
const FAILING: readonly (readonly [tool: string, said: RegExp])[] = [
  ['reset', /connection lost.*not repeated/],
  ['half', /connection lost.*not repeated/],
  ['half-stream', /connection lost.*not repeated/],
  ['huge', /too large.*not repeated/],
  ['huge-event', /too large.*not repeated/],
  ['drip', /too slow.*not repeated/],
  ['silent', /too slow.*not repeated/],
  ['silent-body', /too slow.*not repeated/],
  ['no-json', /not json rpc.*not repeated/],
  ['no-rpc', /not json rpc.*not repeated/],
  ['html', /not json rpc.*not repeated/],
  ['broken', /http status/],
  ['redirect', /not reachable/],
  ['garbage', /connection lost.*not repeated/],
];
const PROGRAMS = ['garbage', 'dies at once', 'dies in the call', 'never', 'endless', 'many'] as const;
const nameOf = (how: string) => how.replaceAll(' ', '-');

describe('An upstream that misbehaves', () => {
  let gatehouse: Gatehouse;
  let server: MisbehavingServer;
  let healthy: MisbehavingServer;
  let untrusted: MisbehavingServer;
  let port: number;
  let healthyPort: number;
  let token: string;

  beforeAll(async () => {
    server = new MisbehavingServer(TOOLS);
    healthy = new MisbehavingServer({ fine: TOOLS['fine']! });
    const pem = (name: string) => readFileSync(`test/fixtures/tls/${name}.pem`, 'utf8');
    untrusted = new MisbehavingServer(TOOLS, { key: pem('private-key'), cert: pem('certificate') });
    port = await server.listen();
    const common = { scopes: ['write'], pii: 'keep', merged: false };
    const http = (at: number, scheme = 'http') => ({
      ...common,
      url: `${scheme}://127.0.0.1:${at}/mcp`,
      private_address: true,
      revision: 'legacy',
    });
    const limits = { message_bytes: MESSAGE_BYTES };
    const timeouts = { call_ms: CALL_MS, silence_ms: SILENCE_MS };
    // What fails on purpose is not to be left alone here.
    const breaker = { failures: 1_000 };
    healthyPort = await healthy.listen();
    gatehouse = await startGatehouse({
      env: {
        LOG_LEVEL: 'info',
        UPSTREAMS_FILE: upstreamsFile([
          { ...http(port), name: 'bad', limits, timeouts, breaker },
          { ...http(healthyPort), name: 'healthy' },
          { ...http(port), name: 'narrow', limits: { concurrent_calls: 1, queued_calls: 1 }, timeouts },
          { ...http(port), name: 'brittle', breaker: { failures: 2, open_ms: 1_000 }, timeouts },
          { ...http(await untrusted.listen(), 'https'), name: 'untrusted', breaker },
          ...PROGRAMS.map((how) => ({
            ...common,
            name: nameOf(how),
            command: process.execPath,
            args: ['test/fixtures/gateway/misbehaving-program.mjs', how],
            revision: 'legacy',
            limits: { message_bytes: 4 * MEBIBYTE },
            timeouts: { call_ms: CALL_MS },
            breaker,
          })),
        ]),
      },
    });
    token = await gatehouse.token({ scope: 'mcp.access write' });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await Promise.all([server, healthy, untrusted].map((each) => each.close()));
  });

  const connect = (name: string): Promise<AnyClient> =>
    connectHttp('v2', `http://localhost:${gatehouse.port}/mcp/${nameOf(name)}`, token);
  /** The result of one call, or what was said of its failure, as one text. */
  const call = async (name: string, tool: string): Promise<string> => {
    const client = await connect(name);
    try {
      return JSON.stringify(await client.callTool(tool, {}));
    } finally {
      await client.close();
    }
  };
  const health = async (): Promise<Answer> => {
    const response = await fetch(`http://localhost:${gatehouse.port}/health/ready`);
    return { ...((await response.json()) as Answer), code: response.status };
  };

  it.each(FAILING)('by %s is one error that says what it was, asked once', async (tool, said) => {
    expect(await call('bad', tool)).toMatch(said);
    expect(server.count(tool)).toBe(1);
    // The way there is as good as before.
    expect(await call('bad', 'fine')).toContain('fine');
  });

  it('may answer twice, and for others: the first answer to the very call counts', async () => {
    expect(await call('bad', 'twice')).toContain('"first"');
  });

  it('does not take the calls of others with it, whether on the same server or on another', async () => {
    const silent = call('bad', 'drip');
    const [same, other] = [await connect('bad'), await connect('healthy')];
    const others = await Promise.all(
      FAILING.slice(0, 5).flatMap(([tool]) => [
        call('bad', tool),
        same.callTool('fine', {}).then((result) => JSON.stringify(result)),
        other.callTool('fine', {}).then((result) => JSON.stringify(result)),
      ]),
    );
    for (const [index, said] of others.entries()) if (index % 3 !== 0) expect(said).toContain('"fine"');
    expect(await silent).toMatch(/too slow/);
    await Promise.all([same.close(), other.close()]);
  });

  it('fills no memory with what it sends', async () => {
    await call('bad', 'huge');
    const before = residentOctets(gatehouse.pid);
    let most = before;
    const watching = setInterval(() => (most = Math.max(most, residentOctets(gatehouse.pid))), 20);
    const calls = Array.from({ length: 8 }, (_, index) =>
      call('bad', index % 2 === 0 ? 'huge' : 'huge-event'),
    );
    for (const said of await Promise.all(calls)) expect(said).toContain('too large');
    clearInterval(watching);
    // One of the eight alone would be more.
    expect(most - before).toBeLessThan(HUGE);
  });

  it('has a certificate nobody vouches for: that is said, and nothing is asked', async () => {
    await expect(connect('untrusted')).rejects.toThrow(/certificate not trusted/);
    expect(untrusted.calls).toEqual([]);
  });

  it('makes as many calls wait as is declared, and refuses the rest before they are made', async () => {
    const client = await connect('narrow');
    const before = server.count('silent');
    const said = await Promise.all(
      [1, 2, 3, 4].map(async () => JSON.stringify(await client.callTool('silent', {}))),
    );
    expect(said.filter((each) => each.includes('too many calls'))).toHaveLength(2);
    // The one that waited was made when the first was over.
    expect(server.count('silent') - before).toBe(2);
    await client.close();
  });

  it('is left alone after failures, in readiness too, and comes back when it does', async () => {
    const client = await connect('brittle');
    for (const _ of [1, 2]) await client.callTool('broken', {});
    const asked = server.calls.length;
    expect(JSON.stringify(await client.callTool('fine', {}))).toMatch(/503|left alone/);
    expect(server.calls.length).toBe(asked);
    expect(await health()).toMatchObject({
      code: 200,
      status: 'degraded',
      checks: { 'upstream brittle': 'http status' },
    });
    await eventually(async () =>
      expect(JSON.stringify(await client.callTool('fine', {}))).toContain('"fine"'),
    );
    expect(JSON.stringify((await health())['checks'])).not.toContain('brittle":"http');
    await client.close();
  });

  it('heals when it is back', async () => {
    const client = await connect('healthy');
    await healthy.close();
    expect(JSON.stringify(await client.callTool('fine', {}))).toMatch(/not reachable|connection lost/);
    expect(await health()).toMatchObject({ code: 200, status: 'degraded' });
    expect(await call('bad', 'fine')).toContain('fine');
    healthy = new MisbehavingServer({ fine: TOOLS['fine']! });
    await healthy.listen(healthyPort);
    await eventually(async () =>
      expect(JSON.stringify(await client.callTool('fine', {}))).toContain('"fine"'),
    );
    await client.close();
  });

  describe('as a program', () => {
    it('may print what is no message, and answer twice', async () => {
      expect(await call('garbage', 'tool-0')).toContain('first of tool-0');
      expect(await call('garbage', 'tool-0')).toContain('first of tool-0');
    });

    it('may end before it says anything: it rests longer and longer between starts', async () => {
      for (let asked = 0; asked < 6; asked += 1)
        await expect(connect('dies at once')).rejects.toThrow(/not available/);
      const starts = gatehouse.output().split('"upstream":"dies-at-once","line"').length - 1;
      expect(starts).toBeLessThan(6);
    });

    it('may end in the middle of a call, which is not repeated', async () => {
      expect(await call('dies in the call', 'tool-0')).toMatch(/connection lost.*not repeated/);
    });

    it('may never answer: the call ends, and others go on', async () => {
      expect(await call('never', 'tool-0')).toMatch(/too slow.*not repeated/);
      expect(await call('healthy', 'fine')).toContain('fine');
    });

    it('may pour out a line without end', async () => {
      const before = residentOctets(gatehouse.pid);
      expect(await call('endless', 'tool-0')).toMatch(/too large.*not repeated/);
      expect(residentOctets(gatehouse.pid) - before).toBeLessThan(HUGE);
    });

    it('may offer 10,000 tools, and complain without end', async () => {
      const before = residentOctets(gatehouse.pid);
      const client = await connect('many');
      expect(await client.tools()).toHaveLength(10_000);
      expect(JSON.stringify(await client.callTool('tool-9999', {}))).toContain('first of tool-9999');
      await client.close();
      expect(residentOctets(gatehouse.pid) - before).toBeLessThan(3 * HUGE);
      const complaints = gatehouse.output().split('"line":"complaint"').length - 1;
      expect(complaints).toBeGreaterThan(10);
      expect(complaints).toBeLessThan(1_000);
      expect(gatehouse.output()).not.toContain('1234-5678');
    });
  });

  it('has its calls answered before the service stops', async () => {
    const slow = new MisbehavingServer({
      slow: ({ id }, response) => void delay(700).then(() => answer(response, id, text('in time'))),
    });
    const url = `http://127.0.0.1:${await slow.listen()}/mcp`;
    const stopping = await startGatehouse({
      env: {
        UPSTREAMS_FILE: upstreamsFile([
          { name: 'slow', url, private_address: true, scopes: ['write'], pii: 'keep' },
        ]),
      },
    });
    const as = await stopping.token({ scope: 'mcp.access write' });
    const client = await connectHttp('v2 auto', `http://localhost:${stopping.port}/mcp/slow`, as);
    const called = client.callTool('slow', {});
    await eventually(() => expect(slow.calls).toHaveLength(1));
    const stopped = stopping.terminate();
    expect(JSON.stringify(await called)).toContain('in time');
    expect(await stopped).toBe(0);
    await stopping.stop();
    await slow.close();
  });
});
