import { createServer, type AddressInfo, type Server } from 'node:net';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { loadConfiguration } from '../../../src/config/index.js';
import { FetchRefusedError, GuardedFetcher } from '../../../src/security/fetch/index.js';
import { CountingConnector, TableResolver } from '../../support/fetch-doubles.js';
import { sendJson, startLoopbackHttps, type LoopbackHttps } from '../../support/loopback-https.js';

const OPTIONS = { maximumBytes: 5_000, timeoutMs: 10_000 };
const PUBLIC = '93.184.216.34';

/** Public names by what they resolve to. */
const NAMES: Record<string, string[][]> = {
  'public.example': [[PUBLIC]],
  'private.example': [['10.0.0.5']],
  'loopback.example': [['127.0.0.1']],
  'metadata.example': [['169.254.169.254']],
  'shared.example': [['100.64.1.1']],
  'mapped.example': [['::ffff:127.0.0.1']],
  'nat64.example': [['64:ff9b::7f00:1']],
  'sixtofour.example': [['2002:7f00:1::']],
  'multicast.example': [['224.0.0.1']],
  'zone.example': [['fe80::1%lo']],
  'mixed.example': [[PUBLIC, '192.168.0.7']],
  'mixed6.example': [[PUBLIC, '::1']],
};

const slowly = (response: ServerResponse) => {
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

const ANSWERS: Record<string, (response: ServerResponse) => void> = {
  '/document': (response) => sendJson(response, { hello: 'there' }, { 'cache-control': 'max-age=60' }),
  '/missing': (response) => response.writeHead(404).end('no'),
  '/exact': (response) => response.end(Buffer.alloc(OPTIONS.maximumBytes)),
  '/large-said': (response) => response.end(Buffer.alloc(OPTIONS.maximumBytes + 1)),
  '/large-streamed': (response) => {
    response.write(Buffer.alloc(OPTIONS.maximumBytes));
    response.end('x');
  },
  '/endless': (response) => {
    const more = () => {
      if (!response.destroyed) response.write(Buffer.alloc(1_000), () => setImmediate(more));
    };
    more();
  },
  '/compressed': (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000))),
  '/drip': (response) => {
    response.writeHead(200);
    slowly(response);
  },
  '/early-hints': (response) => {
    const timer = setInterval(() => response.writeProcessing(), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/silent': () => undefined,
  '/large-header': (response) => response.writeHead(200, { 'x-filler': 'x'.repeat(32 * 1024) }).end(),
  '/reset': (response) => response.socket?.destroy(),
};

describe('GuardedFetcher', () => {
  let server: LoopbackHttps;
  let connector: CountingConnector;

  beforeAll(async () => {
    server = await startLoopbackHttps((request, response) => {
      const path = request.url ?? '';
      const [, status] = /^\/redirect\/(\d+)$/.exec(path) ?? [];
      if (status !== undefined) {
        response.writeHead(Number(status), { location: `https://127.0.0.1:${server.port}/document` }).end();
        return;
      }
      if (path === '/echo') {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () =>
          sendJson(response, {
            method: request.method,
            headers: request.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
        return;
      }
      ANSWERS[path]?.(response);
    });
  });
  afterAll(() => server.close());
  beforeEach(() => {
    connector = new CountingConnector();
  });

  const fetcherWith = (allowed = '', resolver = new TableResolver(structuredClone(NAMES))) =>
    new GuardedFetcher(resolver, connector, loadConfiguration({ FETCH_ALLOWED_HOSTS: allowed }));
  const trusting = () => fetcherWith(server.host);
  const refusalOf = async (fetching: Promise<unknown>): Promise<string> => {
    try {
      await fetching;
    } catch (error) {
      if (error instanceof FetchRefusedError) return error.reason;
      throw error;
    }
    return 'nothing';
  };

  describe('makes no connection', () => {
    // `PORT` is that of a listener which would notice.
    it.each([
      ['http://public.example/', 'not_https'],
      ['ftp://public.example/', 'not_https'],
      ['file:///etc/passwd', 'not_https'],
      ['data:application/json,{}', 'not_https'],
      ['javascript:alert(1)', 'not_https'],
      ['/relative', 'malformed_url'],
      ['', 'malformed_url'],
      ['https://', 'malformed_url'],
      ['https://user@public.example/', 'credentials_in_url'],
      ['https://user:word@public.example/', 'credentials_in_url'],
      ['https://public.example:22/', 'port_not_allowed'],
      ['https://public.example:25/', 'port_not_allowed'],
      ['https://public.example:80/', 'port_not_allowed'],
      ['https://127.0.0.1:PORT/', 'address_not_public'],
      ['https://127.1:PORT/', 'address_not_public'],
      ['https://127.0.0.1.:PORT/', 'address_not_public'],
      ['https://2130706433:PORT/', 'address_not_public'],
      ['https://0x7f000001:PORT/', 'address_not_public'],
      ['https://0x7f.1:PORT/', 'address_not_public'],
      ['https://0177.0.0.1:PORT/', 'address_not_public'],
      ['https://017700000001:PORT/', 'address_not_public'],
      ['https://0:PORT/', 'address_not_public'],
      ['https://0.0.0.0:PORT/', 'address_not_public'],
      ['https://１２７.0.0.1:PORT/', 'address_not_public'],
      ['https://%31%32%37.0.0.1:PORT/', 'address_not_public'],
      ['https://localhost:PORT/', 'address_not_public'],
      ['https://LOCALHOST:PORT/', 'address_not_public'],
      ['https://localhost.:PORT/', 'address_not_public'],
      ['https://any.localhost:PORT/', 'address_not_public'],
      ['https://[::1]:PORT/', 'address_not_public'],
      ['https://[::]:PORT/', 'address_not_public'],
      ['https://[::ffff:127.0.0.1]:PORT/', 'address_not_public'],
      ['https://[::ffff:7f00:1]:PORT/', 'address_not_public'],
      ['https://[::127.0.0.1]:PORT/', 'address_not_public'],
      ['https://[64:ff9b::127.0.0.1]:PORT/', 'address_not_public'],
      ['https://[2002:7f00:1::]:PORT/', 'address_not_public'],
      ['https://[fe80::1%25lo]:PORT/', 'malformed_url'],
      ['https://[fd00:ec2::254]/', 'address_not_public'],
      ['https://169.254.169.254/latest/meta-data/', 'address_not_public'],
      ['https://10.0.0.1/', 'address_not_public'],
      ['https://192.168.1.1/', 'address_not_public'],
      ['https://private.example/', 'address_not_public'],
      ['https://loopback.example:PORT/', 'address_not_public'],
      ['https://metadata.example/', 'address_not_public'],
      ['https://shared.example/', 'address_not_public'],
      ['https://mapped.example:PORT/', 'address_not_public'],
      ['https://nat64.example:PORT/', 'address_not_public'],
      ['https://sixtofour.example/', 'address_not_public'],
      ['https://multicast.example/', 'address_not_public'],
      ['https://zone.example:PORT/', 'address_not_public'],
      ['https://mixed.example/', 'address_not_public'],
      ['https://mixed6.example/', 'address_not_public'],
      ['https://nowhere.example/', 'unresolvable'],
    ])('to %s: %s', async (url, reason) => {
      const before = server.connections();
      const asked = fetcherWith().fetch(url.replace('PORT', String(server.port)), OPTIONS);
      expect(await refusalOf(asked)).toBe(reason);
      expect(connector.targets).toEqual([]);
      expect(server.connections()).toBe(before);
    });
  });

  it('goes without TLS only to declared hosts, and only for callers whose URL the operator wrote', async () => {
    const plain = { ...OPTIONS, allowPlainHttp: true };
    const url = `http://localhost:${server.port}/document`;
    expect(await refusalOf(fetcherWith().fetch(url, plain))).toBe('not_https');
    expect(await refusalOf(trusting().fetch(url, OPTIONS))).toBe('not_https');
    expect(connector.targets).toEqual([]);
    // The listener speaks TLS: that it hears nothing it understands is all that is missing.
    expect(await refusalOf(trusting().fetch(url, plain))).toBe('unreachable');
    expect(connector.targets).toMatchObject([{ isPlain: true, port: server.port }]);
  });

  it('stops when it is called off', async () => {
    const caller = new AbortController();
    const asked = trusting().fetch(`${server.url}/silent`, { ...OPTIONS, signal: caller.signal });
    setTimeout(() => caller.abort(), 20);
    expect(await refusalOf(asked)).toBe('cancelled');
    const late = trusting().fetch(`${server.url}/document`, { ...OPTIONS, signal: caller.signal });
    expect(await refusalOf(late)).toBe('cancelled');
  });

  it('connects to the address it checked, whatever the name means a moment later', async () => {
    const resolver = new TableResolver({ 'flips.example': [[PUBLIC], ['127.0.0.1']] });
    const asked = fetcherWith('', resolver).fetch(`https://flips.example:${server.port}/document`, OPTIONS);
    expect(await refusalOf(asked)).toBe('unreachable');
    expect(connector.targets).toEqual([{ address: PUBLIC, port: server.port, serverName: 'flips.example' }]);
    expect(resolver.asked).toEqual(['flips.example']);
  });

  it('tries every address that was checked, in order', async () => {
    const resolver = new TableResolver({ 'two.example': [[PUBLIC, '2606:2800:220:1::1']] });
    await refusalOf(fetcherWith('', resolver).fetch('https://two.example/', OPTIONS));
    expect(connector.targets.map(({ address }) => address)).toEqual([PUBLIC, '2606:2800:220:1::1']);
  });

  it('fetches from an allowed host, and from no other port or name of the same machine', async () => {
    const { status, headers, body } = await trusting().fetch(`${server.url}/document`, OPTIONS);
    expect({ status, body: JSON.parse(body.toString()) as unknown }).toEqual({
      status: 200,
      body: { hello: 'there' },
    });
    expect(headers.get('cache-control')).toBe('max-age=60');
    for (const url of [
      `https://127.0.0.1:${server.port}/document`,
      `https://localhost:${server.port + 1}/document`,
    ]) {
      expect(await refusalOf(trusting().fetch(url, OPTIONS))).toBe('address_not_public');
    }
    expect(connector.targets).toHaveLength(1);
  });

  it('sends what it was given, and asks for nothing compressed', async () => {
    const { body } = await trusting().fetch(`${server.url}/echo`, {
      ...OPTIONS,
      method: 'POST',
      headers: { 'Content-Type': 'text/plain', Host: 'elsewhere.example' },
      body: '안녕',
    });
    expect(JSON.parse(body.toString())).toMatchObject({
      method: 'POST',
      body: '안녕',
      headers: { host: server.host, accept: 'application/json', 'accept-encoding': 'identity' },
    });
  });

  it('expects the certificate of the name', async () => {
    const resolver = new TableResolver({ 'other.example': [['127.0.0.1']] });
    const asked = fetcherWith(`other.example:${server.port}`, resolver).fetch(
      `https://other.example:${server.port}/document`,
      OPTIONS,
    );
    expect(await refusalOf(asked)).toBe('unreachable');
    expect(connector.targets).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('does not follow a redirect (%i)', async (status) => {
    expect(await refusalOf(trusting().fetch(`${server.url}/redirect/${status}`, OPTIONS))).toBe('redirect');
    expect(connector.targets).toHaveLength(1);
  });

  it.each([
    ['/large-said', 'too_large'],
    ['/large-streamed', 'too_large'],
    ['/endless', 'too_large'],
    ['/compressed', 'encoded'],
    ['/large-header', 'unreachable'],
    ['/reset', 'unreachable'],
  ])('refuses %s: %s', async (path, reason) => {
    expect(await refusalOf(trusting().fetch(`${server.url}${path}`, OPTIONS))).toBe(reason);
  });

  it.each(['/drip', '/silent', '/early-hints'])('gives up on %s when its time is over', async (path) => {
    const asked = trusting().fetch(`${server.url}${path}`, { ...OPTIONS, timeoutMs: 300 });
    expect(await refusalOf(asked)).toBe('too_slow');
  });

  it('gives up on a name that is never answered', async () => {
    const resolver = new (class extends TableResolver {
      override resolve = () => new Promise<string[]>(() => undefined);
    })();
    const asked = fetcherWith('', resolver).fetch('https://never.example/', { ...OPTIONS, timeoutMs: 100 });
    expect(await refusalOf(asked)).toBe('too_slow');
  });

  it('gives up on a server that accepts and says nothing', async () => {
    const mute: Server = createServer((socket) => socket.resume().on('error', () => undefined));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    const asked = fetcherWith(`localhost:${port}`).fetch(`https://localhost:${port}/`, {
      ...OPTIONS,
      timeoutMs: 200,
    });
    expect(await refusalOf(asked)).toBe('too_slow');
    await new Promise((resolve) => mute.close(resolve));
  });

  it('takes a body of exactly the size allowed, and answers that are errors', async () => {
    expect((await trusting().fetch(`${server.url}/exact`, OPTIONS)).body).toHaveLength(OPTIONS.maximumBytes);
    expect((await trusting().fetch(`${server.url}/missing`, OPTIONS)).status).toBe(404);
  });

  describe('a host that the operator means', () => {
    const signal = AbortSignal.timeout(10_000);

    it('is reached at its private address, and only at the one it had first', async () => {
      const resolver = new TableResolver({ 'flips.example': [['127.0.0.1'], ['127.0.0.2']] });
      const fetcher = fetcherWith('', resolver);
      const url = `https://flips.example:${server.port}/document`;
      const meant = await fetcher.meantBy(url, signal);
      expect(meant).toEqual({ host: 'flips.example', addresses: ['127.0.0.1'] });
      await refusalOf(fetcher.fetch(url, { ...OPTIONS, meant }));
      expect(connector.targets.map(({ address }) => address)).toEqual(['127.0.0.1']);
      expect(resolver.asked).toEqual(['flips.example']);
    });

    it('says nothing for another host', async () => {
      const fetcher = fetcherWith();
      const meant = await fetcher.meantBy(server.url, signal);
      const other = fetcher.fetch('https://private.example/', { ...OPTIONS, meant });
      expect(await refusalOf(other)).toBe('address_not_public');
      const plain = fetcher.fetch('http://public.example/', { ...OPTIONS, meant });
      expect(await refusalOf(plain)).toBe('not_https');
      expect(connector.targets).toEqual([]);
    });
  });

  it('hands a redirect over to who asks for it, and follows it no more than otherwise', async () => {
    const { status, headers } = await trusting().fetch(`${server.url}/redirect/302`, {
      ...OPTIONS,
      redirects: 'report',
    });
    expect([status, headers.get('location')]).toEqual([302, `https://127.0.0.1:${server.port}/document`]);
    expect(connector.targets).toHaveLength(1);
  });

  it('leaves a stream that stays open when enough of it has come', async () => {
    const isEnough = (body: Buffer) => body.length >= 2;
    const { body } = await trusting().fetch(`${server.url}/drip`, { ...OPTIONS, isEnough });
    expect(body.length).toBeGreaterThanOrEqual(2);
  });
});
