import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Gatehouse } from '../../support/gatehouse.js';

/** What the official clients have in common. */
export interface McpClient {
  tools(): Promise<readonly ListedTool[]>;
  call(
    name: string,
    args: Record<string, unknown>,
    onProgress?: (progress: number) => void,
  ): Promise<CallAnswer>;
  close(): Promise<void>;
}

export interface ListedTool {
  readonly name: string;
  readonly inputSchema: object;
  readonly outputSchema?: object;
}

export interface CallAnswer {
  readonly isError?: boolean;
  readonly content: readonly { readonly type: string; readonly text?: string }[];
  readonly structuredContent?: Record<string, unknown>;
}

type Connect = (gatehouse: Gatehouse, token: string) => Promise<McpClient>;

const IDENTITY = { name: 'gatehouse-e2e', version: '1.0.0' };

/** SDK v2, which asks the server what it speaks and settles on 2026-07-28. */
export const connectV2Auto: Connect = (gatehouse, token) =>
  connectV2(new Client(IDENTITY, { versionNegotiation: { mode: 'auto' } }), gatehouse, token);

/** SDK v2 as it comes: 2025-11-25, with a session. */
export const connectV2Default: Connect = (gatehouse, token) =>
  connectV2(new Client(IDENTITY), gatehouse, token);

/** SDK v1, which most clients in the field are built on. */
export const connectV1: Connect = async (gatehouse, token) => {
  const client = new ClientV1(IDENTITY);
  await client.connect(new TransportV1(endpointOf(gatehouse), withToken(token)));
  return {
    tools: async () => (await client.listTools()).tools,
    call: async (name, args, onProgress) =>
      (await client.callTool(
        { name, arguments: args },
        undefined,
        progressOptions(onProgress),
      )) as unknown as CallAnswer,
    close: () => client.close(),
  };
};

export const CONNECTORS: readonly (readonly [string, Connect])[] = [
  ['v2 client, auto', connectV2Auto],
  ['v2 client, default mode', connectV2Default],
  ['v1 client', connectV1],
];

async function connectV2(client: Client, gatehouse: Gatehouse, token: string): Promise<McpClient> {
  await client.connect(new StreamableHTTPClientTransport(endpointOf(gatehouse), withToken(token)));
  return {
    tools: async () => (await client.listTools()).tools,
    call: async (name, args, onProgress) =>
      (await client.callTool(
        { name, arguments: args },
        progressOptions(onProgress),
      )) as unknown as CallAnswer,
    close: () => client.close(),
  };
}

function progressOptions(onProgress: ((progress: number) => void) | undefined): object {
  return onProgress === undefined
    ? {}
    : { onprogress: ({ progress }: { progress: number }) => onProgress(progress) };
}

function endpointOf(gatehouse: Gatehouse): URL {
  return new URL(`http://localhost:${gatehouse.port}/mcp`);
}

function withToken(token: string): { requestInit: RequestInit } {
  return { requestInit: { headers: { Authorization: `Bearer ${token}` } } };
}
