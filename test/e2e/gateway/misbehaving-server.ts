import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Call {
  readonly id: number;
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly progressToken: unknown;
}
/** What the server does with a call, as far as it does anything. */
export type Misbehaviour = (call: Call, response: ServerResponse) => void;

interface Message {
  readonly id?: number;
  readonly method: string;
  readonly params?: {
    readonly name?: string;
    readonly arguments?: Record<string, unknown>;
    readonly _meta?: { readonly progressToken?: unknown };
  };
}

/** An MCP server of a 2025 revision over HTTP that behaves until one of its tools is called. */
export class MisbehavingServer {
  /** Names of the tools that were called, in order. */
  readonly calls: string[] = [];
  private readonly server: Server;

  constructor(
    private readonly tools: Readonly<Record<string, Misbehaviour>>,
    tls?: { readonly key: string; readonly cert: string },
  ) {
    const listener = (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => this.serve(Buffer.concat(chunks).toString(), request, response));
      response.on('error', () => undefined);
    };
    this.server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  }

  async listen(port = 0): Promise<number> {
    await new Promise<void>((listening) => this.server.listen(port, '127.0.0.1', listening));
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends it as a crash does. */
  async close(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.server.closeAllConnections();
    await closed;
  }

  count(tool: string): number {
    return this.calls.filter((each) => each === tool).length;
  }

  private serve(body: string, request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'POST') return void response.writeHead(405).end();
    const { id, method, params = {} } = JSON.parse(body) as Message;
    if (id === undefined) return void response.writeHead(202).end();
    if (method === 'initialize') return answer(response, id, INTRODUCTION);
    if (method === 'tools/list') {
      const tools = Object.keys(this.tools).map((name) => ({ name, inputSchema: { type: 'object' } }));
      return answer(response, id, { tools });
    }
    const { name = '', arguments: args = {}, _meta } = params;
    const misbehaviour = this.tools[name];
    if (method !== 'tools/call' || misbehaviour === undefined) return void response.writeHead(404).end();
    this.calls.push(name);
    return misbehaviour({ id, name, arguments: args, progressToken: _meta?.progressToken }, response);
  }
}

const INTRODUCTION = {
  protocolVersion: '2025-11-25',
  capabilities: { tools: {} },
  serverInfo: { name: 'misbehaving', version: '1.0.0' },
};

export function answer(response: ServerResponse, id: number, result: object): void {
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ jsonrpc: '2.0', id, result }));
}

export function text(said: string): object {
  return { content: [{ type: 'text', text: said }] };
}

export function startStream(response: ServerResponse): ServerResponse {
  return response.writeHead(200, { 'Content-Type': 'text/event-stream' });
}

export function event(message: object): string {
  return `data: ${JSON.stringify({ jsonrpc: '2.0', ...message })}\n\n`;
}
