import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';

const EVENT_STREAM_HEADERS = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache, no-transform',
  // Asks proxies not to hold events back.
  'X-Accel-Buffering': 'no',
};

const ENDINGS = ['drain', 'close', 'error'] as const;

/** One JSON message as the answer, or, once something is sent before it, a stream of events that ends with it. */
export class DirectAnswer {
  /** HTTP status of an answer that is one message. */
  status = 200;
  private stream: PassThrough | undefined;

  /** @param watched called when it becomes a stream; what it returns is called when that has ended. */
  constructor(
    private readonly reply: FastifyReply,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly watched: () => () => void,
  ) {}

  get isStreaming(): boolean {
    return this.stream !== undefined;
  }

  /** Sends a message ahead of the answer; a promise settles when the client has taken in enough for another. */
  send(message: object): Promise<void> | void {
    const stream = this.open();
    if (stream.writableEnded) return;
    if (!stream.write(eventOf(message)) && !stream.destroyed) return drained(stream);
  }

  /** Sends the answer. */
  finish(message: object): void {
    if (this.stream?.writableEnded === true) return;
    if (this.stream !== undefined) return void this.stream.end(eventOf(message));
    void this.reply
      .status(this.status)
      .headers(this.headers)
      .type('application/json')
      .send(JSON.stringify(message));
  }

  /** Ends without an answer: the client has cancelled and expects none. */
  abandon(): void {
    this.open().end();
  }

  private open(): PassThrough {
    if (this.stream !== undefined) return this.stream;
    this.stream = new PassThrough();
    this.stream.once('close', this.watched());
    void this.reply.headers({ ...this.headers, ...EVENT_STREAM_HEADERS }).send(this.stream);
    return this.stream;
  }
}

/** Or is gone. */
function drained(stream: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      for (const event of ENDINGS) stream.off(event, settle);
      resolve();
    };
    for (const event of ENDINGS) stream.once(event, settle);
  });
}

function eventOf(message: object): string {
  return `event: message\ndata: ${JSON.stringify(message)}\n\n`;
}
