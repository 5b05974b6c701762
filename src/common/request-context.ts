import { AsyncLocalStorage } from 'node:async_hooks';
import type { PolicyDecision } from './policy-decision.js';
import type { Principal } from './principal.js';

/** Where a request came from. */
export interface RequestSource {
  /** Address of the peer, after the trusted proxies. */
  readonly address: string;
  readonly userAgent: string;
}

/** W3C Trace Context identifiers, lower-case hex. */
export interface Trace {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly sampled: boolean;
}

const storage = new AsyncLocalStorage<RequestContext | undefined>();

/**
 * One request, whichever door it took. Set once at the edge and carried by AsyncLocalStorage,
 * so that the caller is reachable anywhere below without being passed by hand.
 */
export class RequestContext {
  /** Set once by authentication; undefined on public routes. */
  principal: Principal | undefined;
  /** Personal-data decisions of this request, in the order they were made. */
  readonly piiDecisions: PolicyDecision[] = [];

  constructor(
    /** Correlation id: the caller's if it sent a well-formed one, else the trace id. */
    readonly correlationId: string,
    readonly trace: Trace,
    readonly source: RequestSource,
    readonly startedAt: Date,
  ) {}

  /** The context of the request being served, or undefined outside of one. */
  static current(): RequestContext | undefined {
    return storage.getStore();
  }

  /** The authenticated caller of the request being served, or undefined. */
  static principal(): Principal | undefined {
    return storage.getStore()?.principal;
  }

  /** Runs `work` with `context` current, for everything it awaits. */
  static run<T>(context: RequestContext, work: () => T): T {
    return storage.run(context, work);
  }

  /** Runs `work` outside of any request, for work that serves many requests at once. */
  static exit<T>(work: () => T): T {
    // Not `storage.exit`: that switches the tracking of the whole process off and on again.
    return storage.run(undefined, work);
  }

  /**
   * A context of its own for one of several calls that arrive in one HTTP request,
   * so that their decisions do not mix.
   */
  fork(): RequestContext {
    const child = new RequestContext(this.correlationId, this.trace, this.source, this.startedAt);
    child.principal = this.principal;
    return child;
  }
}
