import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An MCP server of a 2025 revision that wants a token, and whose one tool says whose it is. */
export class WhoamiServer {
  /** Headers and bodies of everything it was sent. */
  readonly received: string[] = [];
  /** Tokens it refuses, and with which challenge. */
  readonly refused = new Map<string, { status: number; challenge: string }>();
  /** What a call waits for before it is answered. */
  holding: Promise<void> = Promise.resolve();
  /** Calls that wait so. */
  held = 0;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  static async start(): Promise<WhoamiServer> {
    const self = new WhoamiServer();
    await new Promise<void>((done) => self.server.listen(0, '127.0.0.1', done));
    return self;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/mcp`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async hold(): Promise<void> {
    this.held += 1;
    await this.holding;
    this.held -= 1;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    this.received.push(`${request.method} ${request.url} ${request.rawHeaders.join(' ')}\n${body}`);
    if (request.method !== 'POST') return void response.writeHead(405).end();
    const token = request.headers.authorization?.replace('Bearer ', '');
    const refusal = token === undefined ? { status: 401, challenge: 'Bearer' } : this.refused.get(token);
    if (token === undefined || refusal !== undefined)
      return void response.writeHead(refusal!.status, { 'WWW-Authenticate': refusal!.challenge }).end();
    const { id, method } = JSON.parse(body) as { id?: unknown; method: string };
    if (id === undefined) return void response.writeHead(202).end();
    if (method === 'server/discover') return void response.writeHead(404).end();
    if (method === 'tools/call') await this.hold();
    const answer = { jsonrpc: '2.0', id, result: resultOf(method, ownerOf(token)) };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
  }
}

function resultOf(method: string, owner: string): object {
  if (method === 'initialize')
    return {
      protocolVersion: '2025-11-25',
      capabilities: { tools: {} },
      serverInfo: { name: 'whoami', version: '1' },
    };
  if (method === 'tools/list') return { tools: [{ name: 'whoami', inputSchema: { type: 'object' } }] };
  return { content: [{ type: 'text', text: owner }] };
}

/** The subject of a JWT; of another token what stands before its last hyphen. */
function ownerOf(token: string): string {
  const [, claims] = token.split('.');
  if (claims === undefined) return token.replace(/-[^-]*$/, '');
  return (JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { sub: string }).sub;
}
