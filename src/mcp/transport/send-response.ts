import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** A comment (HTML, server-sent events §9.2.6): makes Node send the headers before the first event is there. */
const OPENING = ':\n\n';

/**
 * Answers with a web response of the SDK, through Fastify, so that its hooks and headers apply.
 *
 * @param signal ends an open stream.
 */
export async function sendResponse(
  reply: FastifyReply,
  response: Response,
  signal: AbortSignal,
): Promise<void> {
  void reply.status(response.status);
  response.headers.forEach((value, name) => void reply.header(name, value));
  if (response.body === null) return void reply.send();
  if (!isEventStream(response)) return void reply.send(await response.text());
  return void reply.send(Readable.from(eventsOf(response.body, signal)));
}

export function isEventStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') === true;
}

async function* eventsOf(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  // Cancelling lets the pending read finish, so the answer ends as a whole chunked body instead of being cut off.
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  // Who asks for the stream may have lost the right to it before anybody read from it.
  if (signal.aborted) cancel();
  yield Buffer.from(OPENING);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}
