import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before an HTTP server and keeps all that it is sent. */
export interface RecordingProxy {
  readonly url: string;
  /** Headers and bodies, as one text. */
  received(): string;
  close(): Promise<void>;
}

export async function startRecordingProxy(target: { port: number }): Promise<RecordingProxy> {
  const kept: string[] = [];
  const server = createServer((incoming, answer) => {
    kept.push(`${incoming.method} ${incoming.url} ${incoming.rawHeaders.join(' ')}`);
    incoming.on('data', (chunk: Buffer) => kept.push(chunk.toString('utf8')));
    const options = {
      port: target.port,
      method: incoming.method,
      path: incoming.url,
      headers: incoming.headers,
    };
    const outgoing = request({ host: '127.0.0.1', ...options }, (received: IncomingMessage) => {
      answer.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(answer);
    });
    outgoing.on('error', () => answer.destroy());
    answer.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    received: () => kept.join('\n'),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
