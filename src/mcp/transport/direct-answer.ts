import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';

const EVENT_STREAM_HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache, no-transform',
  // Asks proxies not to hold events back.
  'X-Accel-Buffering': 'no',
};

/** One JSON message as the answer, or, once something is sent before it, a stream of events that ends with it. */
export class DirectAnswer {
  private stream: PassThrough | undefined;

  constructor(
    private readonly reply: FastifyReply,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  get isStreaming(): boolean {
    return this.stream !== undefined;
  }

  /** Sends a message ahead of the answer. */
  send(message: object): void {
    this.open().write(eventOf(message));
  }

  /** Sends the answer. */
  finish(message: object): void {
    if (this.stream !== undefined) return void this.stream.end(eventOf(message));
    void this.reply.headers(this.headers).type('application/json').send(JSON.stringify(message));
  }

  /** Ends without an answer: the client has cancelled and expects none. */
  abandon(): void {
    this.open().end();
  }

  private open(): PassThrough {
    if (this.stream !== undefined) return this.stream;
    this.stream = new PassThrough();
    void this.reply.headers({ ...this.headers, ...EVENT_STREAM_HEADERS }).send(this.stream);
    return this.stream;
  }
}

function eventOf(message: object): string {
  return `event: message\ndata: ${JSON.stringify(message)}\n\n`;
}
