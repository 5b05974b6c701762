import type { NotificationMessage, RequestMessage, ResponseMessage } from './messages.js';
import type { AnswerServer } from './server-request.js';

export type Headers = Readonly<Record<string, string>>;

export interface ExchangeOptions {
  /** For HTTP. */
  readonly headers: Headers;
  readonly signal: AbortSignal;
  /** Milliseconds the server may say nothing at all, for HTTP. */
  readonly silenceMs?: number | undefined;
  /** What arrives on behalf of the request ahead of its answer. A promise asks to be given nothing more until it settles. */
  readonly onNotification: (message: NotificationMessage) => Promise<void> | void;
  /** Answers what the server asks on behalf of the request; where the wire does not tell, `Wire.onRequest` is asked. */
  readonly onRequest?: AnswerServer;
  /** Of the HTTP answer. */
  readonly onHeaders?: (headers: NodeJS.Dict<string | string[]>) => void;
}

/** How messages travel to one upstream and back. */
export interface Wire {
  /** Whether ending an exchange is seen by the server, so that a request of 2026-07-28 is cancelled by it. */
  readonly showsEnd: boolean;
  /** Told of what arrives on behalf of no request that is known. */
  onNotification: (message: NotificationMessage) => void;
  /** Answers what the server asks on behalf of no request that is known. */
  onRequest: AnswerServer;
  /** Told once when nothing travels any more; not after `close`. */
  onLost: () => void;
  /** Told when the server does not know our session any more: what it was asked to remember is gone. */
  onForgotten: () => void;
  /** Asked each time before a stream of what arrives by itself is opened again. */
  mayListen: () => Promise<boolean>;
  /**
   * The answer to a request.
   *
   * @throws WireError, HttpStatusError or SessionLostError; the signal's reason when it ends the exchange.
   */
  exchange(message: RequestMessage, options: ExchangeOptions): Promise<ResponseMessage>;
  notify(message: NotificationMessage, headers: Headers): Promise<void>;
  /** Opens the stream for what arrives by itself, where there is one (2025 revisions of HTTP). */
  listen(headers: Headers): void;
  close(headers?: Headers): Promise<void>;
  /** Whether it may still be used in the name of whom it was opened for. */
  isGranted(): Promise<boolean>;
}
