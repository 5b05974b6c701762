/** The bare MCP SDK v2 on `node:http`: one echo tool, no token, no policy, no audit. Serves 2026-07-28 statelessly. */
import { createServer } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

const handler = createMcpHandler(() => {
  const server = new McpServer({ name: 'echo', version: '1.0.0' });
  const shape = { inputSchema: z.object({ text: z.string() }), outputSchema: z.object({ text: z.string() }) };
  server.registerTool('echo', { description: 'Repeats a text', ...shape }, ({ text }) => ({
    content: [{ type: 'text', text: JSON.stringify({ text }) }],
    structuredContent: { text },
  }));
  return server;
});

createServer(toNodeHandler(handler)).listen(Number(process.env.PORT), '127.0.0.1');
