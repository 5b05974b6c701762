import { StringDecoder } from 'node:string_decoder';
import type { ChildProcess } from './child-process.js';
import {
  isRequest,
  isResponse,
  messagesOf,
  type Message,
  type NotificationMessage,
  type RequestMessage,
  type ResponseMessage,
} from './messages.js';
import { WireError } from './peer-errors.js';
import { answerTo, isAnswerable } from './server-request.js';
import type { ExchangeOptions, Wire } from './wire.js';

/** Milliseconds in which a child that has too much to read has to read some of it. */
const UNREAD_MS = 10_000;

interface Pending {
  readonly resolve: (answer: ResponseMessage) => void;
  readonly reject: (error: unknown) => void;
  readonly onNotification: ExchangeOptions['onNotification'];
}

/** Messages as lines on the standard input and output of a child process. */
export class StdioWire implements Wire {
  readonly showsEnd = false;
  onNotification: Wire['onNotification'] = () => undefined;
  onRequest: Wire['onRequest'] = answerTo;
  onLost: Wire['onLost'] = () => undefined;
  onForgotten: Wire['onForgotten'] = () => undefined;
  mayListen: Wire['mayListen'] = () => Promise.resolve(true);
  private readonly pending = new Map<number | string, Pending>();
  private isClosing = false;
  private stall: NodeJS.Timeout | undefined;

  constructor(
    private readonly child: ChildProcess,
    /** Octets of one message, and of what waits to be read by the child. */
    private readonly messageBytes: number,
    private readonly unreadMs = UNREAD_MS,
  ) {
    void this.read();
    child.onExit(() => this.lose('connection_lost'));
  }

  exchange(message: RequestMessage, { signal, onNotification }: ExchangeOptions): Promise<ResponseMessage> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      if (this.child.hasExited) return reject(new WireError('connection_lost'));
      if (this.isFull()) return reject(new WireError('input_unread'));
      const cancel = () => this.settle(message.id)?.reject(signal.reason);
      const done = () => signal.removeEventListener('abort', cancel);
      this.pending.set(message.id, {
        resolve: (answer) => (done(), resolve(answer)),
        reject: (error) => (done(), reject(error as Error)),
        onNotification,
      });
      signal.addEventListener('abort', cancel, { once: true });
      this.write(message);
    });
  }

  notify(message: NotificationMessage): Promise<void> {
    if (!this.isFull()) this.write(message);
    return Promise.resolve();
  }

  listen(): void {
    // Everything arrives on the one pipe.
  }

  isGranted(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async close(): Promise<void> {
    this.isClosing = true;
    clearTimeout(this.stall);
    await this.child.stop();
  }

  private write(message: Message): void {
    this.child.write(`${JSON.stringify(message)}\n`);
  }

  private async read(): Promise<void> {
    try {
      for await (const line of linesOf(this.child.output, this.messageBytes)) this.take(line);
    } catch (error) {
      this.lose(error instanceof WireError ? error.failure : 'connection_lost');
    }
  }

  /** Lines that hold no message are what programs print that should not; they are nobody's. */
  private take(line: string): void {
    for (const message of messagesOf(line) ?? []) {
      if (isResponse(message)) this.settle(message.id)?.resolve(message);
      else if (isRequest(message)) void this.answerServer(message);
      else this.hand(message);
    }
  }

  /** One that asks and does not read the answers would be remembered without end. */
  private async answerServer(message: RequestMessage): Promise<void> {
    if (this.isClosing || !isAnswerable(message)) return;
    const answer = await this.onRequest(message);
    if (this.isFull()) this.lose('input_unread');
    else this.write(answer);
  }

  /** A child that reads nothing more is not waited for. */
  private isFull(): boolean {
    const { unread } = this.child;
    if (unread <= this.messageBytes) return false;
    this.stall ??= setTimeout(() => {
      this.stall = undefined;
      if (this.child.unread >= unread) this.lose('input_unread');
    }, this.unreadMs).unref();
    return true;
  }

  /** Progress names its request by the token, which is the request's id. */
  private hand(message: NotificationMessage): void {
    const token = message.params?.['progressToken'] as number | string | undefined;
    const pending = token === undefined ? undefined : this.pending.get(token);
    // The pipe is everybody's, so nobody makes the others wait.
    void (pending?.onNotification ?? this.onNotification)(message);
  }

  private settle(id: number | string): Pending | undefined {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    return pending;
  }

  private lose(failure: 'connection_lost' | WireError['failure']): void {
    for (const id of [...this.pending.keys()]) this.settle(id)?.reject(new WireError(failure));
    if (this.isClosing) return;
    this.isClosing = true;
    clearTimeout(this.stall);
    void this.child.stop();
    this.onLost();
  }
}

/** @throws WireError when a line is longer than `maximum` octets. */
async function* linesOf(chunks: AsyncIterable<Buffer>, maximum: number): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const [first = '', ...lines] = decoder.write(chunk).split('\n');
    parts.push(first);
    length += first.length;
    if (lines.length > 0) {
      yield parts.join('');
      const last = lines.pop()!;
      yield* lines;
      parts = [last];
      length = last.length;
    }
    if (length > maximum) throw new WireError('too_large');
  }
}
