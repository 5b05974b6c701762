import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { Gatehouse } from '../../support/gatehouse.js';

/** Everything the development client may ask for. */
export const ALL_SCOPES = 'mcp.access read write audit.read User.Read User.Write';

export interface ToolAnswer {
  readonly isError: boolean;
  /** The text blocks, joined. */
  readonly text: string;
  readonly data: Record<string, unknown>;
}

/** The official client with a token, as a program would use it. */
export class ToolClient {
  private constructor(readonly client: Client) {}

  static async connect(gatehouse: Gatehouse, token: string): Promise<ToolClient> {
    const client = new Client(
      { name: 'tools-e2e', version: '1.0.0' },
      { versionNegotiation: { mode: 'auto' } },
    );
    const url = new URL(`http://localhost:${gatehouse.port}/mcp`);
    const headers = { Authorization: `Bearer ${token}` };
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
    return new ToolClient(client);
  }

  async call(name: string, args: Record<string, unknown> = {}): Promise<ToolAnswer> {
    const result = await this.client.callTool({ name, arguments: args });
    const blocks = result.content as readonly { type: string; text?: string }[];
    const text = blocks.map((block) => block.text ?? '').join('\n');
    return {
      isError: result.isError === true,
      text,
      data: (result.structuredContent ?? {}) as Record<string, unknown>,
    };
  }

  async toolNames(): Promise<string[]> {
    return (await this.client.listTools()).tools.map(({ name }) => name);
  }

  close(): Promise<void> {
    return this.client.close();
  }
}
