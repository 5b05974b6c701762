import { ProtocolError } from '@modelcontextprotocol/server';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { firstSignal } from '../../../common/first-signal.js';
import type { Standing } from '../../../auth/index.js';
import type { Principal } from '../../../common/principal.js';
import { RequestContext } from '../../../common/request-context.js';
import { GrantRequiredError } from '../grants/grant-required.error.js';
import { HttpStatusError } from '../peer/peer-errors.js';
import type { UpstreamConnection } from '../peer/upstream-connection.js';
import type { UpstreamConnections } from '../peer/upstream-connections.js';
import type { CallLimit } from './call-limit.js';

/** Milliseconds until a server is asked for the same again, whether it could be or not; twice as many after each time. */
const AGAIN_MS = 1_000;
const AGAIN_LATEST_MS = 60_000;
/** Milliseconds for one request that no caller waits for. */
const REQUEST_MS = 30_000;

/** What is heard of on the connection of one key. */
interface Listening {
  readonly key: string;
  /** Who subscribed or called last: in their name a lost connection is opened again. */
  caller: Principal | undefined;
  /** How many here want to hear of each URI, those included who are just asking. */
  readonly wanted: Map<string, number>;
  /** URIs that the server was asked for. */
  readonly made: Set<string>;
  /** The connection on which it was asked for all of them. */
  madeOn: UpstreamConnection | undefined;
  /** URIs that nobody here wants any more, which the server is still to be told. */
  readonly unwanted: Set<string>;
  /** The request under way that takes one of them back. */
  leaving: { readonly uri: string; readonly answered: Promise<unknown> } | undefined;
  /** Whether there may be another connection than `madeOn`. */
  isDue: boolean;
  isRenewing: boolean;
}

/**
 * Subscriptions to the resources of one upstream. They outlive connections, which a server knows nothing of: it is asked
 * again on each new one, and told when nobody listens any more.
 */
export class ResourceSubscriptions {
  private readonly byKey = new Map<string, Listening>();
  private readonly closed = new AbortController();

  constructor(private readonly connections: UpstreamConnections) {
    connections.isWanted = (key) => (this.byKey.get(key)?.wanted.size ?? 0) > 0;
    connections.onUse = (key, caller) => this.noteCaller(key, caller);
    connections.onChange = (key) => this.hearOfChange(key);
  }

  /**
   * Asks the server to tell of changes. One of 2026-07-28 has no such request: it is not asked, and its changes are not
   * heard of. Returns what has the subscription taken back, as far as the server can be reached; nobody waits for that.
   *
   * @throws what `UpstreamConnections.use` throws.
   */
  async subscribe(uri: string, caller: Principal | undefined, limit: CallLimit): Promise<() => void> {
    const listening = this.listeningOf(caller);
    const { wanted, unwanted } = listening;
    // Counted before it is asked for: whoever takes theirs back meanwhile must not take back this one.
    wanted.set(uri, (wanted.get(uri) ?? 0) + 1);
    unwanted.delete(uri);
    try {
      if (listening.leaving?.uri === uri) await settled(listening.leaving.answered, limit.signal);
      const ask = (connection: UpstreamConnection) => this.ask(listening, connection, uri, limit.signal);
      const isAsked = await this.connections.use(caller, limit.caller, ask, true);
      if (isAsked) return () => this.takeBack(listening, uri);
    } catch (error) {
      this.countOff(listening, uri);
      throw error;
    }
    this.countOff(listening, uri);
    return () => undefined;
  }

  /** Nothing is asked for any more. */
  close(): void {
    this.closed.abort();
  }

  private listeningOf(caller: Principal | undefined): Listening {
    const key = this.connections.keyOf(caller);
    const listening = this.byKey.get(key) ?? {
      key,
      caller,
      wanted: new Map(),
      made: new Set(),
      madeOn: undefined,
      unwanted: new Set(),
      leaving: undefined,
      isDue: false,
      isRenewing: false,
    };
    this.byKey.set(key, listening);
    return listening;
  }

  private async ask(
    listening: Listening,
    connection: UpstreamConnection,
    uri: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    if (connection.introduction.revision.isStateless) return false;
    await connection.request('resources/subscribe', { uri }, { signal });
    const { made } = listening;
    if (made.size === 0) listening.madeOn = connection;
    made.add(uri);
    if (listening.madeOn === connection) void this.renewUnlessOn(connection, listening);
    else this.renewAll(listening);
    return true;
  }

  /** Of a connection that was given up while it was asked nobody told: nothing was made on it by then. */
  private async renewUnlessOn(connection: UpstreamConnection, listening: Listening): Promise<void> {
    const current = await this.connections.current(listening.key);
    if (current !== connection && listening.madeOn === connection) this.renewAll(listening);
  }

  private renewAll(listening: Listening): void {
    listening.madeOn = undefined;
    void this.renew(listening);
  }

  private countOff(listening: Listening, uri: string): void {
    const { wanted, made } = listening;
    const left = (wanted.get(uri) ?? 0) - 1;
    if (left > 0) return void wanted.set(uri, left);
    wanted.delete(uri);
    made.delete(uri);
    this.forgetUnused(listening);
  }

  private forgetUnused({ key, wanted, unwanted, leaving }: Listening): void {
    if (wanted.size === 0 && unwanted.size === 0 && leaving === undefined) this.byKey.delete(key);
  }

  private takeBack(listening: Listening, uri: string): void {
    const { wanted, unwanted } = listening;
    if (wanted.get(uri) === 1) unwanted.add(uri);
    this.countOff(listening, uri);
    if (listening.leaving === undefined) void RequestContext.exit(() => this.leave(listening));
  }

  /** One after another, however many sessions end at once; a server that does not answer is not told of the rest. */
  private async leave(listening: Listening): Promise<void> {
    const { key, unwanted } = listening;
    for (const uri of unwanted) {
      unwanted.delete(uri);
      const answered = this.unsubscribe(key, uri);
      listening.leaving = { uri, answered };
      if (!(await answered)) unwanted.clear();
    }
    listening.leaving = undefined;
    this.forgetUnused(listening);
  }

  /** Whether the next may be asked for. Where there is no connection, there is no subscription either. */
  private async unsubscribe(key: string, uri: string): Promise<boolean> {
    const connection = await this.connections.current(key);
    if (connection === undefined || connection.introduction.revision.isStateless) return true;
    try {
      await connection.request('resources/unsubscribe', { uri }, { signal: this.inTime() });
    } catch (error) {
      return isAnswer(error);
    }
    return true;
  }

  private noteCaller(key: string, caller: Principal | undefined): void {
    const listening = this.byKey.get(key);
    if (listening !== undefined) listening.caller = caller;
  }

  private hearOfChange(key: string): void {
    const listening = this.byKey.get(key);
    if (listening !== undefined && listening.made.size > 0) void this.renew(listening);
  }

  /** One at a time for each connection; outside of the request that happens to come along. */
  private renew(listening: Listening): Promise<void> {
    listening.isDue = true;
    if (listening.isRenewing) return Promise.resolve();
    listening.isRenewing = true;
    return RequestContext.exit(() => this.renewUntilMade(listening)).finally(
      () => (listening.isRenewing = false),
    );
  }

  /** With a pause also after it was made: a server that forgets over and over would be asked without end. */
  private async renewUntilMade(listening: Listening): Promise<void> {
    for (let pause = AGAIN_MS; listening.isDue && this.mayRenew(listening);) {
      const { caller } = listening;
      const standing = await this.standingOf(listening);
      // Whoever may not ask any more does not do so through us; their next call is what begins again.
      if (standing === 'over' && listening.caller === caller) return;
      if (standing === 'over') continue;
      if (standing === 'in_force') {
        listening.isDue = false;
        if (!(await this.makeAgain(listening))) listening.isDue = true;
      }
      await delay(pause, undefined, { signal: this.closed.signal, ref: false }).catch(() => undefined);
      pause = Math.min(2 * pause, AGAIN_LATEST_MS);
    }
  }

  private mayRenew({ made }: Listening): boolean {
    return made.size > 0 && !this.closed.signal.aborted;
  }

  private async standingOf({ key, caller }: Listening): Promise<Standing> {
    const isShared = key === this.connections.keyOf(undefined);
    return isShared || caller === undefined ? 'in_force' : this.connections.standingOf(caller);
  }

  /** Whether there is nothing left to try. */
  private async makeAgain(listening: Listening): Promise<boolean> {
    try {
      const make = (connection: UpstreamConnection) => this.makeOn(connection, listening);
      await this.connections.use(listening.caller, this.closed.signal, make, true);
      return true;
    } catch (error) {
      return error instanceof GrantRequiredError;
    }
  }

  private async makeOn(connection: UpstreamConnection, listening: Listening): Promise<void> {
    if (connection === listening.madeOn) return;
    // Those that come while others are asked for are met as well.
    for (const uri of listening.made) await this.askAgain(connection, uri);
    listening.madeOn = connection;
    // What changed in between, nobody was told.
    for (const uri of listening.made)
      connection.onNotification({
        jsonrpc: '2.0',
        method: 'notifications/resources/updated',
        params: { uri },
      });
  }

  /** One that the server does not take any more costs itself. */
  private async askAgain(connection: UpstreamConnection, uri: string): Promise<void> {
    if (connection.introduction.revision.isStateless) return;
    try {
      await connection.request('resources/subscribe', { uri }, { signal: this.inTime() });
    } catch (error) {
      if (!isAnswer(error)) throw error;
    }
  }

  private inTime(): AbortSignal {
    return firstSignal(this.closed.signal, AbortSignal.timeout(REQUEST_MS));
  }
}

/** Of the server itself, which is there and does not want to. */
function isAnswer(error: unknown): boolean {
  return error instanceof ProtocolError || (error instanceof HttpStatusError && error.error !== undefined);
}

/** @throws the signal's reason when it does not settle before. */
async function settled(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const over = new AbortController();
  const calledOff = once(signal, 'abort', { signal: over.signal }).catch(() => undefined);
  await Promise.race([work, calledOff]);
  over.abort();
  signal.throwIfAborted();
}
