import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration } from '../../config/index.js';
import { OwnServer } from './own-server.js';

/** RFC 6761 §6.4: names under `.invalid` never resolve. */
const UNREACHABLE = 'http://gatehouse.invalid';

describe('OwnServer', () => {
  const servers: Server[] = [];
  const signal = new AbortController().signal;

  const listen = async (listener: RequestListener): Promise<number> => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };
  const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
    listen((_request, response) => void response.writeHead(status, headers).end(body));
  const ownServer = (publicUrl: string, port: number, host = '127.0.0.1') =>
    new OwnServer({ server: { publicUrl, host, port, tls: undefined } } as Configuration);

  afterAll(() => servers.forEach((server) => server.close()));

  it('is reached at its public URL', async () => {
    const port = await answering(200, '{}');
    const { base, result } = await ownServer(`http://127.0.0.1:${port}`, 1).reach(signal);
    expect(base).toBe(`http://127.0.0.1:${port}`);
    expect(result.status).toBe('passed');
  });

  it.each(['127.0.0.1', '0.0.0.0'])('else where it listens (%s), and says why', async (host) => {
    const port = await answering(200, '{}');
    const { base, result } = await ownServer(UNREACHABLE, port, host).reach(signal);
    expect(base).toBe(`http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`);
    expect(result).toMatchObject({ name: 'public_url', status: 'skipped' });
    expect(result.detail).toMatch(/gatehouse\.invalid.*could not be reached.*\(E/);
  });

  it.each([
    ['nobody listens', async () => 1],
    ['the answer is an error', () => answering(503, '{}')],
  ])('is not reached when %s', async (_what, port) => {
    const { base, result } = await ownServer(UNREACHABLE, await port()).reach(signal);
    expect(base).toBeUndefined();
    expect(result.status).toBe('failed');
  });

  it.each([
    ['an error', () => answering(500, '{}'), /answered 500/],
    ['a redirection', () => answering(302, '', { location: 'http://example.com/' }), /could not be reached/],
    ['text', () => answering(200, 'hello'), /JSON object/],
    ['an array', () => answering(200, '[]'), /JSON object/],
    ['null', () => answering(200, 'null'), /JSON object/],
  ])('refuses %s where a document should be', async (_what, start, complaint) => {
    const port = await start();
    const server = ownServer(UNREACHABLE, port);
    await expect(server.getJson(`http://127.0.0.1:${port}/document`, signal)).rejects.toThrow(complaint);
  });

  it('gives up when the caller cancels', async () => {
    const port = await listen(() => undefined);
    const cancelled = AbortSignal.timeout(50);
    await expect(
      ownServer(UNREACHABLE, port).getJson(`http://127.0.0.1:${port}/`, cancelled),
    ).rejects.toThrow(/could not be reached/);
    servers.forEach((server) => server.closeAllConnections());
  });
});
