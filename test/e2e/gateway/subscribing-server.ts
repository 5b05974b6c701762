import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import {
  ListResourcesRequestSchema,
  SubscribeRequestSchema,
  UnsubscribeRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { randomUUID } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server as HttpServer,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export const WATCHED = 'note://watched';

interface Session {
  readonly server: Server;
  readonly transport: StreamableHTTPServerTransport;
  readonly uris: Set<string>;
}

/** An MCP server made with the official SDK, of a 2025 revision over HTTP, that remembers subscriptions by session. */
export class SubscribingServer {
  /** What it was asked to tell of, and not to tell of any more. */
  readonly heard: string[] = [];
  /** URIs that it does not take. */
  readonly refused = new Set<string>();
  private readonly sessions = new Map<string, Session>();
  private http: HttpServer | undefined;
  private port = 0;

  static async start(): Promise<SubscribingServer> {
    const self = new SubscribingServer();
    await self.listen();
    return self;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/mcp`;
  }

  get openSessions(): number {
    return this.sessions.size;
  }

  /** Tells of a change whoever asked for it. */
  async touch(uri: string): Promise<void> {
    for (const { server, uris } of this.sessions.values())
      if (uris.has(uri)) await server.sendResourceUpdated({ uri });
  }

  count(said: string): number {
    return this.heard.filter((each) => each === said).length;
  }

  /** Comes back at the same address and has forgotten everything. */
  async restart(): Promise<void> {
    await this.close();
    await this.listen();
  }

  async close(): Promise<void> {
    const ended = new Promise((done) => this.http?.close(done));
    this.http?.closeAllConnections();
    this.sessions.clear();
    await ended;
  }

  private async listen(): Promise<void> {
    this.http = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((listening) => this.http?.listen(this.port, '127.0.0.1', listening));
    this.port = (this.http.address() as AddressInfo).port;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = request.headers['mcp-session-id'];
    const session = typeof id === 'string' ? this.sessions.get(id) : await this.open();
    if (session === undefined) return void response.writeHead(404).end();
    await session.transport.handleRequest(request, response);
  }

  private async open(): Promise<Session> {
    const uris = new Set<string>();
    const server = new Server(
      { name: 'subscribing', version: '1' },
      { capabilities: { resources: { subscribe: true } } },
    );
    server.setRequestHandler(ListResourcesRequestSchema, () => ({
      resources: [{ uri: WATCHED, name: 'watched' }],
    }));
    server.setRequestHandler(SubscribeRequestSchema, ({ params: { uri } }) => {
      this.heard.push(`subscribe ${uri}`);
      if (this.refused.has(uri)) throw new Error('not here');
      uris.add(uri);
      return {};
    });
    server.setRequestHandler(UnsubscribeRequestSchema, ({ params: { uri } }) => {
      this.heard.push(`unsubscribe ${uri}`);
      uris.delete(uri);
      return {};
    });
    const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void this.sessions.set(id, { server, transport, uris }),
      onsessionclosed: (id) => void this.sessions.delete(id),
    });
    await server.connect(transport as Parameters<Server['connect']>[0]);
    return { server, transport, uris };
  }
}
