import { protectedHeaders, type HeaderValues } from './request-headers.js';

/** The parts of a Fastify reply that hold what a handler set besides its result. */
export interface HttpReply {
  getHeaders?(): HeaderValues;
  header?(name: string, value: unknown): unknown;
  removeHeader?(name: string): unknown;
}

/**
 * Headers that a handler set meet the policy of its result. A header holds no brackets, so they are percent-encoded.
 * Where they cannot be checked or are not admitted none of them is left for the answer that says so.
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
  const safe = await protectAll(reply, headers, protect);
  for (const [name, value] of Object.entries(safe)) {
    if (value !== headers[name]) reply.header?.(name, encodeURI(String(value)));
  }
}

async function protectAll(
  reply: HttpReply,
  headers: HeaderValues,
  protect: (value: unknown) => unknown,
): Promise<HeaderValues> {
  try {
    return (await protect(headers)) as HeaderValues;
  } catch (error) {
    for (const name of Object.keys(headers)) reply.removeHeader?.(name);
    throw error;
  }
}
