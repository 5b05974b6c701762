import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a caller is told, whatever it is. */
export interface Offer {
  readonly instructions?: string;
  readonly tools?: readonly object[];
  readonly resources?: readonly object[];
  readonly resourceTemplates?: readonly object[];
  readonly prompts?: readonly object[];
}

/** An MCP server of a 2025 revision over HTTP whose lists are whatever a test says, for each client (X-Client-Id). */
export class ListingServer {
  /** Methods it was asked, with the client that asked. */
  readonly heard: string[] = [];
  private readonly server = createServer((request, response) => void this.serve(request, response));

  private constructor(private readonly offerTo: (client: string) => Offer | string) {}

  /** @param offerTo a text is sent as the result of each list as it stands. */
  static async start(offerTo: (client: string) => Offer | string): Promise<ListingServer> {
    const self = new ListingServer(offerTo);
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

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return void response.writeHead(405).end();
    const { id, method, params } = JSON.parse(await text(request)) as {
      id?: unknown;
      method: string;
      params?: { uri?: string };
    };
    if (id === undefined) return void response.writeHead(202).end();
    if (method === 'server/discover') return void response.writeHead(404).end();
    const client = String(request.headers['x-client-id'] ?? '');
    this.heard.push(`${method} ${client}`);
    const result = resultOf(method, params?.uri ?? '', client, this.offerTo(client));
    response
      .setHeader('Content-Type', 'application/json')
      .end(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${result}}`);
  }
}

function resultOf(method: string, uri: string, client: string, offer: Offer | string): string {
  if (method.endsWith('/list') && typeof offer === 'string') return offer;
  const {
    instructions,
    tools = [],
    resources = [],
    resourceTemplates = [],
    prompts = [],
  } = typeof offer === 'string' ? {} : offer;
  if (method === 'initialize')
    return JSON.stringify({
      protocolVersion: '2025-11-25',
      capabilities: { tools: {}, resources: {}, prompts: {} },
      serverInfo: { name: 'listing', version: '1' },
      instructions,
    });
  const lists: Record<string, object> = {
    'tools/list': { tools },
    'resources/list': { resources },
    'resources/templates/list': { resourceTemplates },
    'prompts/list': { prompts },
    'resources/read': { contents: [{ uri, text: `read for ${client}` }] },
  };
  return JSON.stringify(lists[method] ?? { content: [{ type: 'text', text: `called by ${client}` }] });
}
