import { protectedHeaders, type HeaderValues } from './request-headers.js';

/** The parts of a Fastify reply that hold what a handler set besides its result. */
export interface HttpReply {
  getHeaders?(): HeaderValues;
  header?(name: string, value: unknown): unknown;
}

/**
 * Headers that a handler set meet the policy of its result. A header holds no brackets, so they are percent-encoded.
 *
 * @returns undefined when there is none: mostly.
 */
export function protectReplyHeaders(
  reply: HttpReply,
  protect: (value: unknown) => unknown,
): Promise<void> | undefined {
  const headers = reply.getHeaders === undefined ? undefined : protectedHeaders(reply.getHeaders());
  return headers === undefined ? undefined : replace(reply, headers, protect);
}

async function replace(
  reply: HttpReply,
  headers: HeaderValues,
  protect: (value: unknown) => unknown,
): Promise<void> {
  const safe = (await protect(headers)) as HeaderValues;
  for (const [name, value] of Object.entries(safe)) {
    if (value !== headers[name]) reply.header?.(name, encodeURI(String(value)));
  }
}
