import type { FastifyRequest } from 'fastify';

/** The request as the SDK wants it. The body goes separately, already parsed. */
export function webRequestOf(request: FastifyRequest, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && name !== 'authorization') headers.set(name, [value].flat().join(', '));
  }
  return new Request(`http://mcp.invalid${request.url}`, { method: request.method, headers, signal });
}
