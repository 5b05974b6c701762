import type { FastifyRequest } from 'fastify';

export const SESSION_ID_HEADER = 'mcp-session-id';
export const VERSION_HEADER = 'mcp-protocol-version';

/** A header that must not come twice; sent twice it names nothing. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
