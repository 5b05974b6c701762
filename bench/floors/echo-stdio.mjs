/** The echo tool of `mcp-sdk2.mjs` as a program on stdio. */
import { McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

const server = new McpServer({ name: 'echo', version: '1.0.0' });
const shape = { inputSchema: z.object({ text: z.string() }), outputSchema: z.object({ text: z.string() }) };
server.registerTool('echo', { description: 'Repeats a text', ...shape }, ({ text }) => ({
  content: [{ type: 'text', text: JSON.stringify({ text }) }],
  structuredContent: { text },
}));
await server.connect(new StdioServerTransport());
