import { ProtocolError } from '@modelcontextprotocol/server';
import { setTimeout as delay } from 'node:timers/promises';
import type { Principal } from '../../../common/principal.js';
import type { Introduction } from './handshake.js';
import { isListChange, ListChanges } from './list-changes.js';
import type { Members, NotificationMessage, RequestMessage, ResponseMessage } from './messages.js';
import { HttpStatusError, upstreamError } from './peer-errors.js';
import type { RequestOptions } from './revision.js';
import { answerTo, capabilityFor, type Answerer } from './server-request.js';
import type { Wire } from './wire.js';

/** Milliseconds until a stream of changes that ended is opened again; twice as many after each that ended soon. */
const LISTEN_AGAIN_MS = 1_000;
const LISTEN_AGAIN_LATEST_MS = 60_000;

export interface CallOptions extends RequestOptions {
  readonly signal: AbortSignal;
  /** Whether progress is wanted. */
  readonly wantsProgress?: boolean;
  readonly onNotification?: (message: NotificationMessage) => Promise<void> | void;
  /** Answers what the server asks of the client; without it the server learns that nobody can be asked. */
  readonly onQuestion?: Answerer | undefined;
}

/** A connection to an upstream that has introduced itself. */
export class UpstreamConnection {
  /** Told of changes: what arrives on behalf of no call. */
  onNotification: (message: NotificationMessage) => void = () => undefined;
  /** Milliseconds, with fractions that tell two uses apart; not a time of day. */
  lastUsed = performance.now();
  /** Names of the tools that are, on this very connection, what was approved; undefined while nobody has looked. */
  approved: Promise<ReadonlySet<string>> | undefined;
  /** Who used it last, where all its calls are one caller's: what goes on by itself goes on in their name. */
  caller: Principal | undefined;
  private readonly calls = new Set<CallOptions>();
  private readonly changes = new ListChanges((message) => this.onNotification(message));
  private readonly closed = new AbortController();
  private lastId = 0;
  private isRetired = false;

  constructor(
    private readonly wire: Wire,
    readonly introduction: Introduction,
    /** Whether all its calls are one caller's, so that what names no call may be told to any of them. */
    private readonly isPrivate: boolean,
    /** Milliseconds the server may say nothing during a call. */
    private readonly silenceMs?: number,
  ) {
    wire.onNotification = (message) => this.hand(message);
    wire.onRequest = (message) => this.answer(message, this.isPrivate ? this.latestCall() : undefined);
    this.listen();
  }

  get isBusy(): boolean {
    return this.calls.size > 0;
  }

  /**
   * The result, as it came.
   *
   * @throws ProtocolError for the upstream's own errors; what a wire throws; the signal's reason.
   */
  async request(method: string, params: Members, options: CallOptions): Promise<Members> {
    this.lastUsed = performance.now();
    this.calls.add(options);
    try {
      return await this.exchange(method, params, options);
    } finally {
      this.calls.delete(options);
      this.lastUsed = performance.now();
      if (this.isRetired && !this.isBusy) void this.close().catch(() => undefined);
    }
  }

  isGranted(): Promise<boolean> {
    return this.wire.isGranted();
  }

  /** Closes it once the calls under way have ended: what went wrong with one need not be the others' end. */
  async retire(): Promise<void> {
    this.isRetired = true;
    if (!this.isBusy) await this.close();
  }

  close(): Promise<void> {
    this.closed.abort();
    this.changes.stop();
    return this.wire.close(this.headers('close'));
  }

  private async exchange(method: string, params: Members, options: CallOptions): Promise<Members> {
    const { revision } = this.introduction;
    const id = ++this.lastId;
    const _meta = {
      ...(params['_meta'] as Members | undefined),
      ...revision.meta(options),
      ...(options.wantsProgress === true && { progressToken: id }),
    };
    const all = Object.keys(_meta).length === 0 ? params : { ...params, _meta };
    const cancel = () => this.cancel(id);
    options.signal.addEventListener('abort', cancel, { once: true });
    try {
      const answer = await this.wire.exchange(
        { jsonrpc: '2.0', id, method, params: all },
        {
          headers: revision.headers(method, all, options),
          signal: options.signal,
          silenceMs: this.silenceMs,
          onNotification: (message) => options.onNotification?.(message),
          ...(this.wire.showsEnd && { onRequest: (message) => this.answer(message, options) }),
        },
      );
      if (answer.result === undefined) throw upstreamError(answer.error!);
      return answer.result;
    } finally {
      options.signal.removeEventListener('abort', cancel);
    }
  }

  private async answer(message: RequestMessage, call: CallOptions | undefined): Promise<ResponseMessage> {
    const { id, method, params } = message;
    if (call?.onQuestion === undefined || capabilityFor(method) === undefined) return answerTo(message);
    try {
      return { jsonrpc: '2.0', id, result: await call.onQuestion({ method, params }) };
    } catch (error) {
      if (!(error instanceof ProtocolError)) return answerTo(message);
      return { jsonrpc: '2.0', id, error: { code: error.code, message: error.message } };
    }
  }

  /** Whoever asks on a connection of one caller means that caller, and most likely the call that began last. */
  private latestCall(): CallOptions | undefined {
    return [...this.calls].filter(({ onQuestion }) => onQuestion !== undefined).at(-1);
  }

  private cancel(requestId: number): void {
    if (this.introduction.revision.isStateless && this.wire.showsEnd) return;
    const params = { requestId, reason: 'The client cancelled the request' };
    const headers = this.headers('notifications/cancelled');
    void this.wire
      .notify({ jsonrpc: '2.0', method: 'notifications/cancelled', params }, headers)
      .catch(() => undefined);
  }

  private listen(): void {
    const { revision } = this.introduction;
    if (revision.isStateless) void this.keepSubscribed();
    else this.wire.listen(this.headers('listen'));
  }

  /** Streams end, and lists count as fresh for long because we hear of their changes: so it is opened again. */
  private async keepSubscribed(): Promise<void> {
    const { signal } = this.closed;
    for (let pause = LISTEN_AGAIN_MS; !signal.aborted; pause = Math.min(2 * pause, LISTEN_AGAIN_LATEST_MS)) {
      const startedAt = performance.now();
      const goesOn = await this.subscribe().catch(isPassing);
      // What a program does not answer has ended with it.
      if (!goesOn || !this.wire.showsEnd) return;
      if (performance.now() - startedAt > LISTEN_AGAIN_LATEST_MS) pause = LISTEN_AGAIN_MS;
      await delay(pause, undefined, { signal, ref: false }).catch(() => undefined);
      if (!signal.aborted && !(await this.wire.mayListen())) return;
    }
  }

  /** MCP 2026-07-28: one long request, whose notifications are about the lists. Resolves with whether it is of any use. */
  private async subscribe(): Promise<boolean> {
    const { capabilities, revision } = this.introduction;
    const offers = (name: string) => (capabilities[name] as Members | undefined)?.['listChanged'] === true;
    const notifications = {
      ...(offers('tools') && { toolsListChanged: true }),
      ...(offers('prompts') && { promptsListChanged: true }),
      ...(offers('resources') && { resourcesListChanged: true }),
    };
    if (Object.keys(notifications).length === 0) return false;
    const params = { notifications, _meta: revision.meta({}) };
    const { error } = await this.wire.exchange(
      { jsonrpc: '2.0', id: ++this.lastId, method: 'subscriptions/listen', params },
      {
        headers: revision.headers('subscriptions/listen', params, {}),
        signal: this.closed.signal,
        onNotification: (message) => this.hand(message),
      },
    );
    return error === undefined;
  }

  private hand(message: NotificationMessage): void {
    if (message.method === 'notifications/tools/list_changed') this.approved = undefined;
    if (isListChange(message)) return this.changes.hear(message);
    if (message.method !== 'notifications/message') return this.onNotification(message);
    if (this.isPrivate) for (const call of this.calls) void call.onNotification?.(message);
  }

  private headers(method: string) {
    return this.introduction.revision.headers(method, {}, {});
  }
}

/** Whether it may be otherwise the next time: what a server does not know it will not know then. */
function isPassing(error: unknown): boolean {
  return !(error instanceof HttpStatusError) || error.status >= 500 || error.status === 429;
}
