/** MCP SDK v1 on Express with 2025-era sessions and its own bearer middleware: one echo tool, no policy, no audit. */
import { createPublicKey, randomUUID } from 'node:crypto';
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
import { createMcpExpressApp } from '@modelcontextprotocol/sdk/server/express.js';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { InvalidTokenError } from '@modelcontextprotocol/sdk/server/auth/errors.js';
import { jwtVerify } from 'jose';
import { z } from 'zod';

const { PORT, BENCH_PUBLIC_KEY, BENCH_ISSUER, BENCH_AUDIENCE, BENCH_ALGORITHM } = process.env;
const key = createPublicKey(BENCH_PUBLIC_KEY);
const expectations = { issuer: BENCH_ISSUER, audience: BENCH_AUDIENCE, algorithms: [BENCH_ALGORITHM] };
const transports = new Map();

const verifier = {
  async verifyAccessToken(token) {
    const { payload } = await jwtVerify(token, key, expectations).catch(() => {
      throw new InvalidTokenError('The token is not valid');
    });
    return { token, clientId: payload.client_id, scopes: payload.scope.split(' '), expiresAt: payload.exp };
  },
};

const app = createMcpExpressApp();
app.use('/mcp', requireBearerAuth({ verifier, requiredScopes: ['mcp.access'] }));
app.post('/mcp', async (request, response) => {
  const transport = transports.get(request.headers['mcp-session-id']) ?? (await openSession());
  await transport.handleRequest(request, response, request.body);
});
app.listen(Number(PORT), '127.0.0.1');

async function openSession() {
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: () => randomUUID(),
    enableJsonResponse: true,
    onsessioninitialized: (id) => transports.set(id, transport),
  });
  await echoServer().connect(transport);
  return transport;
}

function echoServer() {
  const server = new McpServer({ name: 'echo', version: '1.0.0' });
  const shape = { inputSchema: { text: z.string() }, outputSchema: { text: z.string() } };
  server.registerTool('echo', { description: 'Repeats a text', ...shape }, ({ text }) => ({
    content: [{ type: 'text', text: JSON.stringify({ text }) }],
    structuredContent: { text },
  }));
  return server;
}
