import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Configuration } from '../../../src/config/index.js';
import { HttpWire } from '../../../src/gateway/upstreams/peer/http-wire.js';
import { statelessRevision } from '../../../src/gateway/upstreams/peer/revision.js';
import { UpstreamConnection } from '../../../src/gateway/upstreams/peer/upstream-connection.js';
import { GuardedFetcher, SystemNameResolver, TlsConnector } from '../../../src/security/fetch/index.js';

const FLOOD = 500;
const event = (message: object) => `data: ${JSON.stringify({ jsonrpc: '2.0', ...message })}\n\n`;
const CHANGED = event({ method: 'notifications/tools/list_changed' });

describe('A connection to an upstream of 2026-07-28', () => {
  let server: Server;
  let listens = 0;
  /** What is answered to `subscriptions/listen`. */
  let status = 200;
  let said = CHANGED;

  beforeAll(async () => {
    server = createServer((incoming, response) => {
      incoming.resume().on('end', () => {
        listens += 1;
        // The stream ends, as those behind proxies do.
        response.writeHead(status, { 'Content-Type': 'text/event-stream' }).end(said);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  beforeEach(() => (listens = 0));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  function connect(): UpstreamConnection {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
    const fetching = { fetch: { allowedHosts: [] } } as unknown as Configuration;
    const fetcher = new GuardedFetcher(new SystemNameResolver(), new TlsConnector(), fetching);
    const wire = new HttpWire(fetcher.connectionsTo(url, true, 2_000), 1_000_000, { headers: () => ({}) });
    const capabilities = { tools: { listChanged: true } };
    const introduction = {
      revision: statelessRevision,
      serverInfo: {},
      capabilities,
      instructions: undefined,
    };
    return new UpstreamConnection(wire, introduction, false);
  }

  it('listens to changes again after its stream has ended, until it is closed', async () => {
    const connection = connect();
    let told = 0;
    connection.onNotification = () => (told += 1);
    while (told < 2) await delay(20);
    expect(listens).toBeGreaterThan(1);
    await connection.close();
  });

  it('does not listen again where the server knows of no such stream', async () => {
    status = 404;
    const refused = connect();
    while (listens < 1) await delay(20);
    status = 200;
    // Another one that begins later has time to begin again.
    const other = connect();
    while (listens < 3) await delay(20);
    expect(listens).toBe(3);
    await Promise.all([refused.close(), other.close()]);
  });

  it('is told once of what a server says again and again', async () => {
    said = CHANGED.repeat(FLOOD);
    const connection = connect();
    let told = 0;
    connection.onNotification = () => (told += 1);
    while (listens < 2) await delay(20);
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(FLOOD / 10);
    await connection.close();
  });
});
