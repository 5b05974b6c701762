import { ProtocolError } from '@modelcontextprotocol/server';
import { CircuitBreaker } from '../../../common/circuit-breaker.js';
import type { Clock } from '../../../common/clock.js';
import type { Standing } from '../../../auth/index.js';
import type { Principal } from '../../../common/principal.js';
import type { RelayConfiguration } from '../../../config/index.js';
import { callerKey } from '../credentials/caller-key.js';
import { Bulkhead } from './bulkhead.js';
import { introduce, type Introduction } from './handshake.js';
import type { NotificationMessage } from './messages.js';
import {
  failureOf,
  HttpStatusError,
  SessionLostError,
  uncertainOutcome,
  upstreamError,
  UpstreamScopeError,
  UpstreamUnavailableError,
  WireError,
  type UpstreamFailure,
} from './peer-errors.js';
import { RestartBackoff } from './restart-backoff.js';
import { UpstreamConnection } from './upstream-connection.js';
import type { Wire } from './wire.js';
import type { Wires } from './wires.js';

/** A call that began and has no answer: it may have taken effect. */
const UNCERTAIN: ReadonlySet<UpstreamFailure> = new Set([
  'connection_lost',
  'not_json_rpc',
  'too_large',
  'too_slow',
]);
const REFUSALS: ReadonlySet<UpstreamFailure> = new Set(['not_authorized', 'authorization_refused']);
/** Idle connections are looked for this often within the idle time. */
const SWEEPS = 4;
const SHARED = '';

/** The connections to one upstream: opened when they are needed, kept while they are used, left alone while it fails. */
export class UpstreamConnections {
  /** Told of what arrives on behalf of no call, and on which connection (`keyOf`). */
  onNotification: (message: NotificationMessage, key: string) => void = () => undefined;
  /** Whether the connection is in use though nobody calls; it is not closed for having been idle then. */
  isWanted: (key: string) => boolean = () => false;
  /** Whether what a caller came with is still good, so that we may go on by ourselves in their name. */
  standingOf: (caller: Principal) => Promise<Standing> = () => Promise.resolve('in_force');
  /** Told who is about to use a connection. */
  onUse: (key: string, caller: Principal | undefined) => void = () => undefined;
  /** Told when a connection was opened, or lost while it was in use. */
  onChange: (key: string) => void = () => undefined;
  private readonly open = new Map<string, Promise<UpstreamConnection>>();
  private readonly breaker: CircuitBreaker;
  private readonly sweeper: NodeJS.Timeout;
  private lastFailure: UpstreamFailure | undefined;
  private readonly bulkhead: Bulkhead;
  private readonly backoff: RestartBackoff;

  constructor(
    private readonly upstream: string,
    private readonly relay: RelayConfiguration,
    private readonly wires: Wires,
    private readonly clock: Clock,
  ) {
    this.breaker = new CircuitBreaker(relay.breaker, clock);
    this.backoff = new RestartBackoff(clock);
    this.bulkhead = new Bulkhead({
      concurrent: relay.limits.concurrentCalls,
      queued: relay.limits.queuedCalls,
    });
    this.sweeper = setInterval(() => void this.closeIdle(), relay.timeouts.idle / SWEEPS).unref();
  }

  /** Why the upstream is not asked at the moment; undefined while nothing is wrong. */
  get trouble(): string | undefined {
    if (this.breaker.state === 'closed' && this.lastFailure === undefined) return undefined;
    return (this.lastFailure ?? 'left_alone').replaceAll('_', ' ');
  }

  /**
   * What `work` makes of a connection that serves the caller.
   *
   * @param mayRepeat whether asking twice does no harm, so that no answer is as good as not having asked.
   * @throws UpstreamUnavailableError when nothing was asked, ProtocolError when something was and has no answer; the
   *   signal's reason when the caller called it off; what the upstream answers as its error.
   */
  async use<T>(
    caller: Principal | undefined,
    signal: AbortSignal,
    work: (connection: UpstreamConnection) => Promise<T>,
    mayRepeat = false,
  ): Promise<T> {
    const refusal = await this.bulkhead.enter(signal);
    if (refusal === 'called_off') throw signal.reason;
    if (refusal === 'full') throw this.unavailable('too_many_calls', 1);
    try {
      if (!this.breaker.tryPass()) throw this.unavailable('left_alone');
      const result = await this.attempt(caller, work);
      this.succeed();
      return result;
    } catch (error) {
      throw this.outcomeOf(error, signal, mayRepeat);
    } finally {
      this.bulkhead.leave();
    }
  }

  /** Names the connection that serves the caller. */
  keyOf(caller: Principal | undefined): string {
    if (this.relay.connections === 'shared' || caller === undefined) return SHARED;
    return callerKey(caller);
  }

  /** The connection of the key, if there is one. */
  async current(key: string): Promise<UpstreamConnection | undefined> {
    return this.open.get(key)?.catch(() => undefined);
  }

  /** Has the tools of every connection looked at again before the next call. */
  async reviewAnew(): Promise<void> {
    for (const opening of this.open.values()) {
      const connection = await opening.catch(() => undefined);
      if (connection !== undefined) connection.approved = undefined;
    }
  }

  /** Ends connections of people who took back what they had granted, with whatever is under way there. */
  async closeRevoked(): Promise<void> {
    await Promise.all(
      [...this.open].map(async ([key, opening]) => {
        const connection = await opening.catch(() => undefined);
        if (connection !== undefined && !(await connection.isGranted())) await this.drop(key);
      }),
    );
  }

  async close(): Promise<void> {
    clearInterval(this.sweeper);
    await Promise.all([...this.open.keys()].map((key) => this.drop(key)));
  }

  /** Once more where the server has not looked at the request: it has forgotten the session it came in. */
  private async attempt<T>(
    caller: Principal | undefined,
    work: (connection: UpstreamConnection) => Promise<T>,
  ): Promise<T> {
    const key = this.keyOf(caller);
    this.onUse(key, caller);
    const connection = await this.connectionOf(key, caller);
    try {
      return await work(connection);
    } catch (error) {
      if (error instanceof WireError && UNCERTAIN.has(error.failure)) void this.retire(key, connection);
      if (!(error instanceof SessionLostError)) throw error;
    }
    await this.retire(key, connection);
    return work(await this.connectionOf(key, caller));
  }

  private async connectionOf(key: string, caller: Principal | undefined): Promise<UpstreamConnection> {
    const connection = await this.opened(key, caller);
    if (key !== SHARED) connection.caller = caller;
    return connection;
  }

  private async opened(key: string, caller: Principal | undefined): Promise<UpstreamConnection> {
    const known = this.open.get(key);
    if (known !== undefined) return known;
    // Others make room and take it in the meantime.
    while (!this.open.has(key) && this.isFull) await this.makeRoom();
    const { rest } = this.backoff;
    if (rest > 0) throw this.unavailable('left_alone', Math.ceil(rest / 1_000));
    return this.open.get(key) ?? this.openAs(key, caller);
  }

  private get isFull(): boolean {
    return this.open.size >= this.relay.limits.connections;
  }

  private openAs(key: string, caller: Principal | undefined): Promise<UpstreamConnection> {
    const startedAt = this.clock.now().getTime();
    const opening = this.connect(key, key === SHARED ? undefined : caller).catch(refuseAsUnasked);
    this.open.set(key, opening);
    opening.catch(() => {
      this.forget(key, opening);
      this.ended(startedAt);
    });
    return opening;
  }

  private async connect(key: string, caller: Principal | undefined): Promise<UpstreamConnection> {
    const { upstream, relay } = this;
    const signal = AbortSignal.timeout(relay.timeouts.connect);
    const wire = await this.wires.open(upstream, relay, caller);
    let failed = true;
    try {
      const introduction = await introduce(wire, relay, signal);
      if (introduction === undefined) return await this.connectOlder(key, caller);
      failed = false;
      return this.adopt(key, this.connectionOver(wire, introduction, caller), wire);
    } catch (error) {
      throw signal.aborted ? new WireError('too_slow', { cause: error }) : error;
    } finally {
      if (failed) await wire.close().catch(() => undefined);
    }
  }

  /** For servers that end at a question of the newer generation. */
  private async connectOlder(key: string, caller: Principal | undefined): Promise<UpstreamConnection> {
    const { upstream, relay } = this;
    const signal = AbortSignal.timeout(relay.timeouts.connect);
    const wire = await this.wires.open(upstream, relay, caller);
    try {
      const introduction = await introduce(wire, { ...relay, revision: 'legacy' }, signal);
      return this.adopt(key, this.connectionOver(wire, introduction!, caller), wire);
    } catch (error) {
      await wire.close().catch(() => undefined);
      throw error;
    }
  }

  private connectionOver(wire: Wire, introduction: Introduction, caller: Principal | undefined) {
    return new UpstreamConnection(wire, introduction, caller !== undefined, this.relay.timeouts.silence);
  }

  private adopt(
    key: string,
    connection: UpstreamConnection,
    wire: Pick<Wire, 'onLost' | 'onForgotten' | 'mayListen'>,
  ): UpstreamConnection {
    const startedAt = this.clock.now().getTime();
    connection.onNotification = (message) => this.onNotification(message, key);
    wire.onLost = () => {
      this.lastFailure = 'connection_lost';
      this.ended(startedAt);
      this.open.delete(key);
      this.onChange(key);
    };
    wire.onForgotten = () => void this.retire(key, connection);
    wire.mayListen = async () => {
      const isOver = await this.isOver(connection.caller);
      if (isOver) void this.retire(key, connection);
      return !isOver;
    };
    this.onChange(key);
    return connection;
  }

  /** A server over HTTP is somebody else's to start. */
  private ended(startedAt: number): void {
    if (this.relay.transport.kind === 'stdio') this.backoff.ended(startedAt);
  }

  private succeed(): void {
    this.lastFailure = undefined;
    this.breaker.succeed();
  }

  private outcomeOf(error: unknown, signal: AbortSignal, mayRepeat: boolean): unknown {
    if (error instanceof UpstreamUnavailableError) return error;
    if (error instanceof HttpStatusError && error.challenge?.error === 'insufficient_scope') {
      this.succeed();
      return new UpstreamScopeError(this.upstream, error.challenge.scopes);
    }
    if (error instanceof HttpStatusError && error.error !== undefined) {
      this.succeed();
      return upstreamError(error.error);
    }
    if (error instanceof ProtocolError) {
      this.succeed();
      return error;
    }
    const failure = failureOf(error);
    // A call that takes its time says nothing about the others.
    const isSlowCall = !(error instanceof WireError) && failure === 'too_slow';
    if (failure === undefined || signal.aborted || isSlowCall) this.breaker.release();
    if (failure === undefined || signal.aborted) return error;
    if (isSlowCall && !mayRepeat) return uncertainOutcome(this.upstream, failure);
    if (this.isAboutCaller(failure)) {
      this.breaker.release();
      return this.unavailable(failure, undefined, error);
    }
    this.lastFailure = failure;
    this.breaker.fail();
    if (UNCERTAIN.has(failure) && !mayRepeat) return uncertainOutcome(this.upstream, failure);
    return this.unavailable(failure, undefined, error);
  }

  /** One who is refused must not close the way for the others, where the server is told who calls. */
  private isAboutCaller(failure: UpstreamFailure): boolean {
    return this.relay.connections === 'caller' && REFUSALS.has(failure);
  }

  private unavailable(
    failure: UpstreamFailure,
    retryAfter?: number,
    cause?: unknown,
  ): UpstreamUnavailableError {
    return new UpstreamUnavailableError(this.upstream, failure, {
      cause,
      ...(retryAfter !== undefined && { retryAfter }),
    });
  }

  /** Those of callers whose credential is over as well, though somebody listens; the next call opens another. */
  private async closeIdle(): Promise<void> {
    const deadline = performance.now() - this.relay.timeouts.idle;
    for (const [key, opening] of this.open) {
      const connection = await opening.catch(() => undefined);
      if (connection === undefined) continue;
      const { caller } = connection;
      const isOver = (await this.isOver(caller)) && connection.caller === caller;
      const isIdle = connection.lastUsed < deadline && !this.isWanted(key);
      if ((isOver || isIdle) && !connection.isBusy && this.open.get(key) === opening)
        await this.drop(key).catch(() => undefined);
    }
  }

  /** Not while it is not known: a database that is away for a moment must not make everybody deaf. */
  private async isOver(caller: Principal | undefined): Promise<boolean> {
    return caller !== undefined && (await this.standingOf(caller)) === 'over';
  }

  /** Whoever used theirs longest ago opens another when they come back; first those that nobody listens on. */
  private async makeRoom(): Promise<void> {
    const settled = await Promise.all(
      [...this.open].map(async ([key, opening]) => [key, await opening.catch(() => undefined)] as const),
    );
    if (!this.isFull) return;
    const [oldest] = settled
      .filter(([key, connection]) => this.open.has(key) && connection?.isBusy === false)
      .sort(([, one], [, other]) => one!.lastUsed - other!.lastUsed)
      .sort(([one], [other]) => Number(this.isWanted(one)) - Number(this.isWanted(other)));
    if (oldest === undefined) throw this.unavailable('too_many_calls');
    void this.drop(oldest[0]);
  }

  /** Whoever comes next gets another one; somebody may have opened that already. */
  private async retire(key: string, connection: UpstreamConnection): Promise<void> {
    const opening = this.open.get(key);
    const current = await opening?.catch(() => undefined);
    if (current === connection && this.open.get(key) === opening) {
      this.open.delete(key);
      this.onChange(key);
    }
    void connection.retire().catch(() => undefined);
  }

  private async drop(key: string): Promise<void> {
    const opening = this.open.get(key);
    this.open.delete(key);
    const connection = await opening?.catch(() => undefined);
    await connection?.close().catch(() => undefined);
  }

  private forget(key: string, opening: Promise<UpstreamConnection>): void {
    if (this.open.get(key) === opening) this.open.delete(key);
  }
}

/** However it failed, the request was not sent yet. */
function refuseAsUnasked(error: unknown): never {
  const isUncertain = error instanceof WireError && UNCERTAIN.has(error.failure);
  throw isUncertain ? new WireError('no_handshake', { cause: error }) : error;
}
