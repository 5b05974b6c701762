import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Hands each connection to the next of its targets, as a balancer without sticky routing does. */
export interface Balancer {
  readonly url: string;
  /** Hands out connections to these ports of the loopback address from now on; the open ones end. */
  sendTo(ports: readonly number[]): Promise<void>;
  close(): Promise<void>;
}

export async function startBalancer(): Promise<Balancer> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket.on('error', () => socket.destroy()));
    socket.once('close', () => sockets.delete(socket));
    return socket;
  };
  const endAll = async () => {
    for (const socket of sockets) socket.destroy();
    // Clients in this very process have to notice, or they would use a connection that is gone.
    await delay(20);
  };
  let targets: readonly number[] = [];
  let turn = 0;
  const server = createServer((inbound) => {
    const port = targets[turn++ % targets.length] ?? 0;
    const outbound = keep(connect({ host: '127.0.0.1', port }));
    keep(inbound).pipe(outbound).pipe(inbound);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async sendTo(ports) {
      targets = ports;
      await endAll();
    },
    async close() {
      await endAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
