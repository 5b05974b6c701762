import type {
  ClientCapabilities,
  LoggingLevel,
  Server,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import type { Principal } from '../../common/principal.js';
import { MOST_SUBSCRIPTIONS, type Subscription } from './subscription.js';

/** Without `logging/setLevel` the server decides (MCP 2025-11-25, logging): everything but debug. */
const DEFAULT_LOG_LEVEL: LoggingLevel = 'info';

/** Who opened a session. Tokens are renewed, so of a client's token only whose it is counts. */
export type SessionOwner = Pick<Principal, 'subject' | 'clientId' | 'kind' | 'tokenId'>;

/** A session of a client that speaks a 2025 revision. Its id is no credential: every request proves its caller anew. */
export class Session {
  logLevel: LoggingLevel = DEFAULT_LOG_LEVEL;
  /** By URI, as the client names it: what is told of may be called otherwise, as a policy may lie between. */
  readonly subscriptions = new Map<string, Subscription>();
  /** Calls we serve ourselves, by JSON-RPC id, so that the client can cancel them. */
  readonly running = new Map<string | number, AbortController>();
  /** Calls that the SDK serves, each by itself on a stream of events. */
  readonly streamed = new Set<string | number>();
  lastUsed: number;
  private hasEnded = false;
  /** Subscriptions that are being made. */
  private subscribing = 0;

  constructor(
    readonly id: string,
    /** Path of the endpoint that opened it; at others it does not exist. */
    readonly endpoint: string,
    readonly owner: SessionOwner,
    readonly server: Server,
    readonly transport: WebStandardStreamableHTTPServerTransport,
    now: number,
  ) {
    this.lastUsed = now;
  }

  get clientCapabilities(): ClientCapabilities {
    return this.server.getClientCapabilities() ?? {};
  }

  /** Both the person and the client have to be those who opened it; of API keys, it has to be the very key. */
  belongsTo(principal: SessionOwner): boolean {
    const { subject, clientId, kind, tokenId } = this.owner;
    const isSame =
      principal.subject === subject && principal.clientId === clientId && principal.kind === kind;
    return isSame && (kind !== 'api-key' || principal.tokenId === tokenId);
  }

  /** Cancels the call that a `notifications/cancelled` names, if it is one of ours. */
  cancelNamedBy(message: unknown): void {
    this.running.get(cancelledBy(message) as string | number)?.abort();
  }

  /**
   * Closes the stream of a call that the SDK has been told to cancel. No response is sent (MCP 2025-11-25,
   * cancellation), and only a response would make the SDK close it.
   */
  closeStreamNamedBy(message: unknown): void {
    const id = cancelledBy(message) as string | number;
    if (!this.streamed.delete(id)) return;
    // A turn later: what the call was waiting for, it cancels in turn, and says so on this stream.
    setImmediate(() => this.transport.closeSSEStream(id));
  }

  /**
   * Keeps what `make` makes, in place of an earlier one of the same URI. Resolves with false, and makes none, where there
   * are `MOST_SUBSCRIPTIONS`.
   */
  async subscribe(uri: string, make: () => Promise<Subscription>): Promise<boolean> {
    const isAnother = !this.subscriptions.has(uri);
    if (isAnother && this.subscriptions.size + this.subscribing >= MOST_SUBSCRIPTIONS) return false;
    this.subscribing += 1;
    try {
      this.keep(uri, await make());
    } finally {
      this.subscribing -= 1;
    }
    return true;
  }

  /** The subscription to the URI, which is the caller's to end. */
  takeSubscription(uri: string): Subscription | undefined {
    const subscription = this.subscriptions.get(uri);
    this.subscriptions.delete(uri);
    return subscription;
  }

  /** To be called when it has ended, whoever ended it: nobody hears of changes any more. */
  endSubscriptions(): void {
    this.hasEnded = true;
    for (const subscription of this.subscriptions.values()) subscription.end();
    this.subscriptions.clear();
  }

  /** Closes its streams and cancels what is running. */
  async end(): Promise<void> {
    for (const controller of this.running.values()) controller.abort();
    await this.transport.close();
  }

  private keep(uri: string, subscription: Subscription): void {
    const earlier = this.subscriptions.get(uri);
    if (!this.hasEnded) this.subscriptions.set(uri, subscription);
    (this.hasEnded ? subscription : earlier)?.end();
  }
}

/** The id of the request that a `notifications/cancelled` names. */
function cancelledBy(message: unknown): unknown {
  const { method, params } = Object(message ?? {}) as {
    method?: unknown;
    params?: { requestId?: unknown } | null;
  };
  return method === 'notifications/cancelled' ? params?.requestId : undefined;
}
