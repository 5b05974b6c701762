import type { IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { firstSignal } from '../../../common/first-signal.js';
import { PublicError } from '../../../common/public-error.js';
import { FetchRefusedError, SilenceError, type GuardedConnections } from '../../../security/fetch/index.js';
import { AuthorizationError } from '../oauth/authorization-error.js';
import { challengeIn } from '../oauth/challenge.js';
import { eventsOf } from './event-stream.js';
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
import { HttpStatusError, SessionLostError, WireError, type UpstreamFailure } from './peer-errors.js';
import { answerTo, isAnswerable, type AnswerServer } from './server-request.js';
import type { WireCredential } from './wire-credential.js';
import type { ExchangeOptions, Headers, Wire } from './wire.js';

type Asked = Parameters<GuardedConnections['send']>[0];

const ACCEPT = 'application/json, text/event-stream';
const SESSION = 'mcp-session-id';
/** JSON-RPC 2.0 §5.1: the first of those reserved for servers. */
const SERVER_ERROR = -32000;
/** Milliseconds between two attempts to hear of changes. */
const LISTEN_AGAIN_MS = 5_000;
/** Statuses of a server, or of what stands before it, that is about to come back. */
const PASSING = new Set([429, 502, 503, 504]);
/** Notifications and answers on their way to the server; what comes on top is left out, as it takes none of them. */
const MOST_DELIVERIES = 256;
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
  private readonly listening = new AbortController();
  private delivering = 0;

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
      if (!isEventStream(response)) {
        const answer = await this.take(await bodyOf(response, this.messageBytes), request, options);
        if (answer !== undefined) return answer;
        throw new WireError('connection_lost');
      }
      for await (const text of eventsOf(response, this.messageBytes)) {
        const taken = this.take(text, request, options);
        const answer = taken instanceof Promise ? await taken : taken;
        if (answer !== undefined) return answer;
      }
    } catch (error) {
      throw asWireError(error, options.signal);
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
    const { 'mcp-method': _method, 'mcp-name': _name, ...others } = headers;
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
    for (let goesOn = true; goesOn && !signal.aborted;) {
      goesOn = await this.readOwnStream(headers).catch((error: unknown) => this.mayListenAfter(error));
      await delay(LISTEN_AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /**
   * MCP 2025-11-25: 405 says that there is none. Without the session there is nothing to listen to either, and what the
   * server was to tell of has to be asked for again.
   */
  private mayListenAfter(error: unknown): boolean {
    if (error instanceof SessionLostError && !this.listening.signal.aborted) this.onForgotten();
    if (error instanceof HttpStatusError) return PASSING.has(error.status);
    return !(error instanceof SessionLostError);
  }

  private async readOwnStream(headers: Headers): Promise<boolean> {
    const { signal } = this.listening;
    const all = { Accept: 'text/event-stream', ...headers };
    const response = await this.send({ method: 'GET', headers: all, signal });
    await refuseFailure(response, headers);
    if (!isEventStream(response)) {
      response.resume();
      return false;
    }
    for await (const text of eventsOf(response, this.messageBytes)) {
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

function isEventStream({ headers }: IncomingMessage): boolean {
  return /^text\/event-stream\b/i.test(headers['content-type'] ?? '');
}

function bodyOf(response: IncomingMessage, maximum: number): Promise<string> {
  if (!/^application\/json\b/i.test(response.headers['content-type'] ?? ''))
    throw new WireError('not_json_rpc');
  return textOf(response, maximum);
}

/** By events, because an iterator of a stream costs more than what most answers hold. */
function textOf(response: IncomingMessage, maximum: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response
      .on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maximum) response.destroy(new WireError('too_large'));
        else chunks.push(chunk);
      })
      .on('end', () => {
        const [only] = chunks;
        resolve((chunks.length === 1 ? only! : Buffer.concat(chunks, size)).toString('utf8'));
      })
      .on('error', reject)
      // One that is destroyed without an error never ends.
      .on('close', () => reject(new WireError('connection_lost')));
  });
}

function refusalOf({ failure }: AuthorizationError): UpstreamFailure {
  return failure === 'refused' ? 'authorization_refused' : 'authorization_unavailable';
}

function asWireError(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof WireError || error instanceof PublicError) return error;
  if (error instanceof AuthorizationError) return new WireError(refusalOf(error), { cause: error });
  return new WireError(failureOf(error), { cause: error });
}

/** What OpenSSL says of certificates (Node, tls: X509 certificate error codes), and Node of the name in one. */
const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/;
/** What happens to a connection that stood. */
const LOST = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

function failureOf(error: unknown): WireError['failure'] {
  if (error instanceof SilenceError) return 'too_slow';
  const code = codeOf(error) ?? '';
  if (CERTIFICATE.test(code)) return 'certificate_not_trusted';
  // What the guard refuses or cannot open was never sent anything.
  if (error instanceof FetchRefusedError) return 'not_reachable';
  return LOST.has(code) || code.startsWith('HPE_') ? 'connection_lost' : 'not_reachable';
}

function codeOf(error: unknown): string | undefined {
  const { code, cause } = Object(error ?? {}) as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause === undefined ? undefined : codeOf(cause);
}

function ignore(): void {
  // Nobody waits for what follows the status.
}
