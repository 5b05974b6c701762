import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { VERSION } from '../../config/index.js';
import { FetchRefusedError } from './fetch-refused-error.js';
import type { FetchTarget } from './fetch-target.js';

/** Opens one connection to the target, checked like every other. */
export type OpenConnection = (signal: AbortSignal) => Promise<Duplex>;

export interface GuardedRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** Milliseconds in which nothing arrives until the exchange is given up; its headers and body included. */
  readonly silenceMs?: number;
}

/** Nothing arrived for too long. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';
}

const MAXIMUM_HEADER_BYTES = 16 * 1024;
const IDLE_MS = 30_000;

/**
 * Connections to one URL that the operator wrote, kept open between requests. Each is checked when it is opened, so a
 * name that comes to mean another address later is found out with the next connection. Answers are handed over as they
 * arrive: how much of one is read is for the reader to say.
 */
export class GuardedConnections {
  private readonly agent: GuardedAgent;

  constructor(
    private readonly target: FetchTarget,
    open: OpenConnection,
    connectMs: number,
  ) {
    this.agent = new GuardedAgent(open, connectMs);
  }

  /**
   * The answer with its headers; its body has yet to be read.
   *
   * @throws FetchRefusedError for redirects, compressed answers and connections that the guard refuses; other errors
   *   when the connection fails.
   */
  async send(asked: GuardedRequest): Promise<IncomingMessage> {
    const response = await this.exchange(asked);
    const refusal = refusalOf(response);
    if (refusal === undefined) return response;
    response.destroy();
    throw refusal;
  }

  close(): void {
    this.agent.destroy();
  }

  private exchange({ method, headers, body, signal, silenceMs }: GuardedRequest): Promise<IncomingMessage> {
    const { url } = this.target;
    return new Promise((resolve, reject) => {
      const outgoing = request({
        agent: this.agent,
        host: this.target.host,
        port: this.target.port,
        method,
        path: `${url.pathname}${url.search}`,
        headers: {
          'User-Agent': `gatehouse/${VERSION}`,
          ...headers,
          Host: url.host,
          // What is not decompressed cannot grow.
          'Accept-Encoding': 'identity',
          ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
        },
        maxHeaderSize: MAXIMUM_HEADER_BYTES,
      });
      endWith(signal, outgoing);
      if (silenceMs !== undefined) endInSilence(outgoing, silenceMs);
      outgoing.on('response', resolve).on('error', reject).end(body);
    });
  }
}

/** What the option `signal` does, for a third of its time: that looks after the end of any stream. */
function endWith(signal: AbortSignal, outgoing: ClientRequest): void {
  const end = () => outgoing.destroy(signal.reason as Error);
  if (signal.aborted) return void end();
  signal.addEventListener('abort', end, { once: true });
  outgoing.once('close', () => signal.removeEventListener('abort', end));
}

/** Of the socket itself: any octet counts, and one that is kept for the next request keeps its own time. */
function endInSilence(outgoing: ClientRequest, milliseconds: number): void {
  let response: IncomingMessage | undefined;
  outgoing.once('response', (answer) => (response = answer));
  outgoing.setTimeout(milliseconds, () =>
    (response ?? outgoing).destroy(new SilenceError('nothing arrived')),
  );
}

function refusalOf({ statusCode = 0, headers }: IncomingMessage): FetchRefusedError | undefined {
  if (statusCode >= 300 && statusCode < 400) return new FetchRefusedError('redirect');
  const encoding = headers['content-encoding'] ?? 'identity';
  return encoding.toLowerCase() === 'identity' ? undefined : new FetchRefusedError('encoded');
}

/** Pools connections as Node does, but opens them by ours. */
class GuardedAgent extends Agent {
  constructor(
    private readonly open: OpenConnection,
    private readonly connectMs: number,
  ) {
    super({ keepAlive: true, timeout: IDLE_MS });
  }

  override createConnection(
    _options: unknown,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    this.open(AbortSignal.timeout(this.connectMs)).then(
      (connection) => callback?.(null, connection),
      (error: unknown) => callback?.(error as Error, undefined as never),
    );
  }
}
