import type { IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { firstSignal } from '../../../common/first-signal.js';
import { PublicError } from '../../../common/public-error.js';
import { SilenceError, type GuardedConnections } from '../../../security/fetch/index.js';
import { challengeIn } from '../oauth/challenge.js';
import { eventsOf, type StreamPosition } from './event-stream.js';
import { asWireError, isCutOff } from './http-failures.js';
import {
  isRequest,
  isResponse,
  messagesOf,
  errorIn,
  type Message,
  type NotificationMessage,
  type RequestMessage,
  type ResponseMessage,
  type RpcError,
} from './messages.js';
import { HttpStatusError, SessionLostError, WireError } from './peer-errors.js';
import { bodyOf, isEventStream, textOf } from './response-body.js';
import { answerTo, isAnswerable, type AnswerServer } from './server-request.js';
import { resumptionHeaders, StreamResumption } from './stream-resumption.js';
import type { WireCredential } from './wire-credential.js';
import type { ExchangeOptions, Headers, Wire } from './wire.js';

type Asked = Parameters<GuardedConnections['send']>[0];

const ACCEPT = 'application/json, text/event-stream';
const SESSION = 'mcp-session-id';
/** Of requests of 2026-07-28. */
const METHOD = 'mcp-method';
/** JSON-RPC 2.0 §5.1: the first of those reserved for servers. */
const SERVER_ERROR = -32000;
/** Milliseconds between two attempts to hear of changes; at least and at most, where the server says how many. */
const LISTEN_AGAIN_MS = 5_000;
const LISTEN_AGAIN_LEAST_MS = 1_000;
const LISTEN_AGAIN_LATEST_MS = 60_000;
/** Statuses of a server, or of what stands before it, that is about to come back. */
const PASSING = new Set([429, 502, 503, 504]);
/** Notifications and answers on their way to the server; what comes on top is left out, as it takes none of them. */
const MOST_DELIVERIES = 256;
/** What the SDK's example of an event store makes of the event that opens a stream, when it repeats it. */
const REPEATED_OPENING = '{}';
/** Milliseconds for one of them. */
const DELIVERY_MS = 30_000;
/** Octets of a body that only says what went wrong. */
const ERROR_BODY = 65_536;

/** Streamable HTTP: each message is a POST; its answer is one message, or a stream that ends with it. */
export class HttpWire implements Wire {
  readonly showsEnd = true;
  onNotification: Wire['onNotification'] = () => undefined;
  onRequest: Wire['onRequest'] = answerTo;
  onLost: Wire['onLost'] = () => undefined;
  onForgotten: Wire['onForgotten'] = () => undefined;
  mayListen: Wire['mayListen'] = () => Promise.resolve(true);
  private readonly listening = new AbortController();
  private delivering = 0;
  /** Whether a stream of what arrives by itself was ever opened. */
  private hasListened = false;

  constructor(
    private readonly connections: GuardedConnections,
    private readonly messageBytes: number,
    /** Proves who asks; looked at anew for each request. */
    private readonly credential: WireCredential,
  ) {}

  async exchange(message: RequestMessage, options: ExchangeOptions): Promise<ResponseMessage> {
    const response = await this.post(message, options.headers, options.signal, options.silenceMs);
    options.onHeaders?.(response.headers);
    try {
      await refuseFailure(response, options.headers);
      return await this.answerIn(response, message, options);
    } finally {
      // What follows the answer is nobody's; a connection whose body was read to its end is kept.
      if (!response.complete) response.destroy();
    }
  }

  async notify(message: NotificationMessage, headers: Headers): Promise<void> {
    await this.deliver(message, headers);
  }

  listen(headers: Headers): void {
    void this.keepListening(headers);
  }

  isGranted(): Promise<boolean> {
    return this.credential.isGranted?.() ?? Promise.resolve(true);
  }

  async close(headers?: Headers): Promise<void> {
    this.listening.abort();
    if (headers?.[SESSION] !== undefined) await this.endSession(headers).catch(() => undefined);
    this.connections.close();
  }

  private async post(
    message: Message,
    headers: Headers,
    signal: AbortSignal,
    silenceMs?: number,
  ): Promise<IncomingMessage> {
    const all = { 'Content-Type': 'application/json', Accept: ACCEPT, ...headers };
    try {
      const body = JSON.stringify(message);
      const asked = { method: 'POST', headers: all, body, signal } as const;
      return await this.send(silenceMs === undefined ? asked : { ...asked, silenceMs });
    } catch (error) {
      throw asWireError(error, signal);
    }
  }

  /** Once more with another proof when the first is refused: what was refused was not looked at. */
  private async send(asked: Asked): Promise<IncomingMessage> {
    const proof = await this.credential.headers();
    const response = await this.connections.send({ ...asked, headers: { ...asked.headers, ...proof } });
    const challenge = challengeIn(response.statusCode, response.headers['www-authenticate']);
    if (challenge === undefined || this.credential.renew === undefined) return response;
    const isRenewed = await this.credential.renew(proof, challenge).catch((error: unknown) => {
      response.destroy();
      throw error;
    });
    if (!isRenewed) return response;
    response.resume();
    const newProof = await this.credential.headers();
    return this.connections.send({ ...asked, headers: { ...asked.headers, ...newProof } });
  }

  private async answerIn(
    response: IncomingMessage,
    request: RequestMessage,
    options: ExchangeOptions,
  ): Promise<ResponseMessage> {
    try {
      if (isEventStream(response)) return await this.answerOnStreams(response, request, options);
      const answer = await this.take(await bodyOf(response, this.messageBytes), request, options);
      if (answer !== undefined) return answer;
    } catch (error) {
      throw asWireError(error, options.signal);
    }
    throw new WireError('connection_lost');
  }

  /** On the first, or, where the server lets go of it, on one that takes it up. */
  private async answerOnStreams(
    first: IncomingMessage,
    request: RequestMessage,
    options: ExchangeOptions,
  ): Promise<ResponseMessage> {
    const resumption = new StreamResumption();
    for (let stream = first; ;) {
      let cause: unknown;
      try {
        const events = eventsOf(stream, this.messageBytes, resumption.position);
        const answer = await this.answerAmong(events, request, options);
        if (answer !== undefined) return answer;
      } catch (error) {
        if (!isCutOff(error)) throw error;
        cause = error;
      }
      // MCP 2026-07-28 has no resumption: what a stream does not say is lost.
      if (options.headers[METHOD] !== undefined) throw new WireError('connection_lost', { cause });
      stream = await this.takeUp(resumption, options, cause);
    }
  }

  /** Not beyond the end of the wire: what was under way there is cut off, and begins nowhere else. */
  private async takeUp(
    resumption: StreamResumption,
    options: ExchangeOptions,
    cause: unknown,
  ): Promise<IncomingMessage> {
    const signal = firstSignal(options.signal, this.listening.signal);
    try {
      return await resumption.next((headers) => this.resume(headers, { ...options, signal }), signal, cause);
    } catch (error) {
      throw this.listening.signal.aborted ? new WireError('connection_lost', { cause: error }) : error;
    }
  }

  private async answerAmong(
    events: AsyncGenerator<string>,
    request: RequestMessage,
    options: ExchangeOptions,
  ): Promise<ResponseMessage | undefined> {
    for await (const text of events) {
      if (text === REPEATED_OPENING) continue;
      const taken = this.take(text, request, options);
      const answer = taken instanceof Promise ? await taken : taken;
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  /**
   * Undefined when it may do the next time. Whatever else it is answered, the request was sent long ago: that is no reason
   * to send it again.
   *
   * @throws WireError
   */
  private async resume(
    position: Headers,
    { headers, signal, silenceMs }: ExchangeOptions,
  ): Promise<IncomingMessage | undefined> {
    const all = { Accept: 'text/event-stream', ...headers, ...position };
    const asked = { method: 'GET', headers: all, signal } as const;
    try {
      const response = await this.send(silenceMs === undefined ? asked : { ...asked, silenceMs });
      if (response.statusCode === 200 && isEventStream(response)) return response;
      response.destroy();
      if (PASSING.has(response.statusCode ?? 0)) return undefined;
    } catch (error) {
      if (signal.aborted || error instanceof SilenceError) throw error;
      if (!(error instanceof PublicError)) return undefined;
      throw new WireError('connection_lost', { cause: error });
    }
    throw new WireError('connection_lost');
  }

  /** The answer to the request, if the text holds it; a promise where somebody wants time first. */
  private take(
    text: string,
    { id }: RequestMessage,
    { onNotification, onRequest = this.onRequest, headers }: ExchangeOptions,
  ): ResponseMessage | undefined | Promise<undefined> {
    const messages = messagesOf(text);
    if (messages === undefined) throw new WireError('not_json_rpc');
    let pause: Promise<void> | void = undefined;
    for (const message of messages) {
      if (isResponse(message)) {
        if (message.id === id) return message;
      } else if (isRequest(message)) this.answerServer(message, headers, onRequest);
      else pause = onNotification(message);
    }
    return pause?.then(() => undefined);
  }

  private answerServer(message: RequestMessage, headers: Headers, onRequest: AnswerServer): void {
    if (!isAnswerable(message)) return;
    const { [METHOD]: _method, 'mcp-name': _name, ...others } = headers;
    const answer = async () => this.deliver(await onRequest(message), others);
    answer().catch(() => undefined);
  }

  /** What has no answer but a status. A server that holds these up holds up a bounded number of connections. */
  private async deliver(message: Message, headers: Headers): Promise<void> {
    if (this.delivering >= MOST_DELIVERIES) return;
    this.delivering += 1;
    const over = () => (this.delivering -= 1);
    const signal = firstSignal(this.listening.signal, AbortSignal.timeout(DELIVERY_MS));
    const response = await this.post(message, headers, signal).catch((error: unknown) => {
      over();
      throw error;
    });
    response.once('close', over).on('error', ignore).resume();
  }

  private async keepListening(headers: Headers): Promise<void> {
    const { signal } = this.listening;
    const position: StreamPosition = {};
    for (let goesOn = true; goesOn && !signal.aborted;) {
      goesOn = await this.readOwnStream(headers, position).catch((error: unknown) =>
        this.mayListenAfter(error, position),
      );
      const pause = Math.max(position.retryMs ?? LISTEN_AGAIN_MS, LISTEN_AGAIN_LEAST_MS);
      await delay(Math.min(pause, LISTEN_AGAIN_LATEST_MS), undefined, { signal, ref: false }).catch(ignore);
      if (goesOn && !signal.aborted) goesOn = await this.mayListen();
    }
  }

  /**
   * MCP 2025-11-25: 405 says that there is none. Without the session there is nothing to listen to either, and what the
   * server was to tell of has to be asked for again. Where nothing was ever heard, 404 says no more than 405: it may come
   * from something before the server that knows of no GET.
   */
  private mayListenAfter(error: unknown, position: StreamPosition): boolean {
    const isForgotten = error instanceof SessionLostError && this.hasListened;
    if (isForgotten && !this.listening.signal.aborted) this.onForgotten();
    if (error instanceof HttpStatusError && !PASSING.has(error.status)) {
      const wasResumed = resumptionHeaders(position) !== undefined;
      // It may only be the event that the server does not know any more.
      position.lastEventId = undefined;
      return wasResumed;
    }
    return !(error instanceof SessionLostError);
  }

  private async readOwnStream(headers: Headers, position: StreamPosition): Promise<boolean> {
    const { signal } = this.listening;
    const all = { Accept: 'text/event-stream', ...headers, ...resumptionHeaders(position) };
    const response = await this.send({ method: 'GET', headers: all, signal });
    await refuseFailure(response, headers);
    if (!isEventStream(response)) {
      response.resume();
      return false;
    }
    this.hasListened = true;
    for await (const text of eventsOf(response, this.messageBytes, position)) {
      for (const message of messagesOf(text) ?? []) {
        if (isRequest(message)) this.answerServer(message, headers, this.onRequest);
        else if (!isResponse(message)) this.onNotification(message);
      }
    }
    return true;
  }

  private async endSession(headers: Headers): Promise<void> {
    const signal = AbortSignal.timeout(2_000);
    const response = await this.send({ method: 'DELETE', headers, signal });
    response.resume();
  }
}

/** @throws HttpStatusError or SessionLostError for what is no success. */
async function refuseFailure(response: IncomingMessage, headers: Headers): Promise<void> {
  const { statusCode = 0 } = response;
  if (statusCode >= 200 && statusCode < 300) return;
  const text = await textOf(response, ERROR_BODY).catch(() => '');
  const error = errorIn(text);
  if (headers[SESSION] !== undefined && isSessionUnknown(statusCode, error)) throw new SessionLostError();
  throw new HttpStatusError(statusCode, error, challengeIn(statusCode, response.headers['www-authenticate']));
}

/** MCP 2025-11-25 says 404; servers made after the SDK's examples answer 400 and say why. */
function isSessionUnknown(status: number, error: RpcError | undefined): boolean {
  if (status === 404) return true;
  return status === 400 && error?.code === SERVER_ERROR && /session/i.test(error.message);
}

function ignore(): void {
  // Nobody waits for what follows the status.
}
