import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Configuration } from '../../../src/config/index.js';
import { DatabaseConnections } from '../../../src/database/index.js';
import type { DatabaseServer } from '../../../src/database/database-server.js';

const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const AUTHENTICATED = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const TERMINATED = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection\0\0'));

describe('A connection of one’s own', () => {
  let server: Server;
  const sockets = new Set<Socket>();

  beforeAll(async () => {
    // As a server that is told to end the connection at the moment at which it is ready.
    server = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      socket.once('data', () => socket.end(Buffer.concat([AUTHENTICATED, READY, TERMINATED])));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });

  it('that ends in the packet it begins with fails whoever uses it, and nobody else', async () => {
    const { port } = server.address() as AddressInfo;
    const address = { url: `postgres://somebody@127.0.0.1:${port}/any`, socketFolder: undefined };
    const ready = { ready: () => Promise.resolve(address) } as unknown as DatabaseServer;
    const configuration = { database: { statementTimeoutMs: 1_000 } } as Configuration;
    const client = await new DatabaseConnections(ready, configuration).open('test');
    await delay(50);
    await expect(client.query('SELECT 1')).rejects.toThrow();
  });
});
