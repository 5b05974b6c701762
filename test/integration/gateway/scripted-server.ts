import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SystemClock } from '../../../src/common/clock.js';
import type { Configuration } from '../../../src/config/index.js';
import { upstreamsSchema } from '../../../src/config/upstreams/upstreams.schema.js';
import { UpstreamCredentials } from '../../../src/gateway/upstreams/credentials/upstream-credentials.js';
import { UpstreamConnections } from '../../../src/gateway/upstreams/peer/upstream-connections.js';
import { Wires } from '../../../src/gateway/upstreams/peer/wires.js';
import { GuardedFetcher, SystemNameResolver, TlsConnector } from '../../../src/security/fetch/index.js';
import { PiiAnalyzer } from '../../../src/security/index.js';

interface Message {
  readonly id?: unknown;
  readonly method: string;
  readonly params?: { readonly uri?: string };
}
type Script = (message: Message, response: ServerResponse, request: IncomingMessage) => void;

export const answer = (response: ServerResponse, id: unknown, result: object) =>
  void response
    .setHeader('Content-Type', 'application/json')
    .end(JSON.stringify({ jsonrpc: '2.0', id, result }));

/** A server of a 2025 revision, as far as it takes; calls go by the script. */
export class ScriptedServer {
  script: Script = ({ id }, response) => answer(response, id, { content: [] });
  /** How it answers who wants to listen. */
  listening: (response: ServerResponse) => void = (response) => void response.writeHead(405).end();
  readonly heard: string[] = [];
  sessions = 0;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => this.hear(Buffer.concat(chunks).toString(), response, request));
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/mcp`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  count(method: string): number {
    return this.heard.filter((each) => each === method).length;
  }

  private hear(body: string, response: ServerResponse, request: IncomingMessage): void {
    if (request.method !== 'POST') this.heard.push(String(request.method));
    if (request.method === 'GET') return this.listening(response);
    if (request.method !== 'POST') return void response.writeHead(405).end();
    const message = JSON.parse(body) as Message;
    this.heard.push(message.method);
    if (message.id === undefined) return void response.writeHead(202).end();
    if (message.method === 'server/discover') return void response.writeHead(404).end();
    if (message.method !== 'initialize') return this.script(message, response, request);
    response.setHeader('Mcp-Session-Id', `session-${++this.sessions}`);
    const result = {
      protocolVersion: '2025-11-25',
      capabilities: {},
      serverInfo: { name: 's', version: '1' },
    };
    return answer(response, message.id, result);
  }
}

/** Connections to the server at the address, which is otherwise declared by the members. */
export function connectionsTo(url: string, members: object = {}): UpstreamConnections {
  const declared = { name: 'up', url, private_address: true, scopes: ['read'], pii: 'keep', ...members };
  const [upstream] = upstreamsSchema({}).parse({ upstreams: [declared] });
  const fetching = { fetch: { allowedHosts: [] } } as unknown as Configuration;
  const fetcher = new GuardedFetcher(new SystemNameResolver(), new TlsConnector(), fetching);
  const clock = new SystemClock();
  const credentials = new UpstreamCredentials(
    ...([{}, {}, clock, {}, {}, {}] as unknown as ConstructorParameters<typeof UpstreamCredentials>),
  );
  const wires = new Wires(fetcher, new PiiAnalyzer(), credentials);
  return new UpstreamConnections('up', upstream!.relay!, wires, clock);
}
