import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** PEM of the authority that `startLoopbackHttps` is trusted by; a file for NODE_EXTRA_CA_CERTS. */
export const LOOPBACK_AUTHORITY_FILE = 'test/fixtures/tls/certificate.pem';

/** An HTTPS server on this machine, and what reached it. */
export interface LoopbackHttps {
  readonly port: number;
  /** `https://localhost:<port>` */
  readonly url: string;
  /** For FETCH_ALLOWED_HOSTS. */
  readonly host: string;
  /** Connections accepted, whether or not a request followed. */
  connections(): number;
  /** Requests by path, in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

export type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

export async function startLoopbackHttps(answer: Answerer): Promise<LoopbackHttps> {
  const requests: string[] = [];
  let connections = 0;
  const listener: RequestListener = (request, response) => {
    requests.push(request.url ?? '');
    answer(request, response);
  };
  const keyPair = {
    cert: readFileSync(LOOPBACK_AUTHORITY_FILE),
    key: readFileSync('test/fixtures/tls/private-key.pem'),
  };
  const server = createServer(keyPair, listener).on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `https://localhost:${port}`,
    host: `localhost:${port}`,
    connections: () => connections,
    requests,
    close() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Answers with a JSON document. */
export function sendJson(
  response: ServerResponse,
  document: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(document));
}
