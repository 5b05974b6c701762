import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import {
  StreamableHTTPServerTransport,
  type EventStore,
} from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { connectHttp, GENERATIONS } from './upstream-clients.js';

const RETRY_MS = 100;

/** In the order they came; the store among the SDK's examples mixes up those of one millisecond. */
class Events implements EventStore {
  private readonly events: { readonly stream: string; readonly message: JSONRPCMessage }[] = [];

  storeEvent(stream: string, message: JSONRPCMessage): Promise<string> {
    return Promise.resolve(String(this.events.push({ stream, message }) - 1));
  }

  async replayEventsAfter(
    last: string,
    { send }: { send: (id: string, message: JSONRPCMessage) => Promise<void> },
  ): Promise<string> {
    const { stream } = this.events[Number(last)]!;
    for (const [index, event] of this.events.entries())
      if (index > Number(last) && event.stream === stream) await send(String(index), event.message);
    return stream;
  }
}

/** SEP-1699: the official server lets go of the stream of a call, and clients come back for the answer. */
describe('A server that closes the stream of a call to have it resumed', () => {
  let gatehouse: Gatehouse;
  let http: Server;
  let token: string;
  let calls = 0;
  let resumptions = 0;
  const sessions = new Map<string, StreamableHTTPServerTransport>();

  async function open(): Promise<StreamableHTTPServerTransport> {
    const server = new McpServer({ name: 'polling', version: '1' });
    server.registerTool('slow', {}, async ({ closeSSEStream, sendNotification, _meta }) => {
      calls += 1;
      const step = async (progress: number) => {
        const progressToken = _meta?.progressToken;
        if (progressToken === undefined) return;
        await sendNotification({ method: 'notifications/progress', params: { progressToken, progress } });
      };
      await step(1);
      closeSSEStream?.();
      await delay(RETRY_MS / 2);
      await step(2);
      await delay(2 * RETRY_MS);
      closeSSEStream?.();
      await step(3);
      return { content: [{ type: 'text', text: 'done' }] };
    });
    const transport: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      eventStore: new Events(),
      retryInterval: RETRY_MS,
      onsessioninitialized: (id) => void sessions.set(id, transport),
    });
    await server.connect(transport as Parameters<McpServer['connect']>[0]);
    return transport;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { 'mcp-session-id': id, 'last-event-id': from } = request.headers;
    if (from !== undefined) resumptions += 1;
    const transport = typeof id === 'string' ? sessions.get(id) : await open();
    if (transport === undefined) return void response.writeHead(404).end();
    await transport.handleRequest(request, response);
  }

  beforeAll(async () => {
    http = createServer((request, response) => void serve(request, response));
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/mcp`;
    const upstream = { name: 'polling', url, private_address: true, scopes: ['write'], pii: 'keep' };
    gatehouse = await startGatehouse({ env: { UPSTREAMS_FILE: upstreamsFile([upstream]) } });
    token = await gatehouse.token({ scope: 'mcp.access write' });
  });
  afterAll(async () => {
    await gatehouse.stop();
    http.closeAllConnections();
    http.close();
  });

  it.each(GENERATIONS)('is asked once, and its progress and answer reach a %s client', async (generation) => {
    calls = 0;
    resumptions = 0;
    const client = await connectHttp(generation, `http://localhost:${gatehouse.port}/mcp/polling`, token);
    const seen: unknown[] = [];
    const onProgress = ({ progress }: Record<string, unknown>) => seen.push(progress);
    const answer = await client.callTool('slow', {}, { onProgress });
    expect(answer).toMatchObject({ content: [{ type: 'text', text: 'done' }] });
    expect(seen).toEqual([1, 2, 3]);
    expect(calls).toBe(1);
    expect(resumptions).toBeGreaterThan(1);
    await client.close();
  });
});
