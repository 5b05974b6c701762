import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { RequestContext } from '../../../common/request-context.js';
import type { Askable } from '../../../config/index.js';
import { InputRequest, RelayedResult, type RelayContext } from '../../../mcp/index.js';
import { withoutOwnAnswer, type GrantQuestions } from '../grants/grant-questions.js';
import type { Members } from '../peer/messages.js';
import type { CallOptions, UpstreamConnection } from '../peer/upstream-connection.js';
import type { UpstreamConnections } from '../peer/upstream-connections.js';
import type { Headers } from '../peer/wire.js';
import { CallLimit } from './call-limit.js';
import { Forwarding } from './forwarding.js';
import { HeldCall } from './held-call.js';
import { HeldCalls } from './held-calls.js';
import type { ResourceSubscriptions } from './resource-subscriptions.js';

/** Members of a result that are about one leg of its way (MCP 2026-07-28); the next leg has its own. */
const OF_ONE_LEG = new Set(['resultType', 'ttlMs', 'cacheScope']);
const TOOL_CALL = 'tools/call';
const SERVER_INFO = 'io.modelcontextprotocol/serverInfo';

/** What a question of the upstream leaves for the next round. */
interface Kept {
  /** Of a server of 2026-07-28. */
  readonly requestState?: unknown;
  /** Names the call that asked, of a server of a 2025 revision. */
  readonly held?: string;
}

/** Milliseconds a server waits for the answer to a question: people take their time. */
const HOLD_MS = 600_000;

/** Asks one upstream on behalf of callers. */
export class Relay {
  private readonly held = new HeldCalls();

  constructor(
    private readonly connections: UpstreamConnections,
    private readonly subscriptions: ResourceSubscriptions,
    private readonly limits: {
      /** Milliseconds until the answer is complete. */
      readonly callMs: number;
      /** What a server of a 2025 revision may ask. */
      readonly asks: readonly Askable[];
    },
    /** Looks at the tools of a connection before the first call there. */
    private readonly review: (connection: UpstreamConnection) => Promise<ReadonlySet<string>>,
    /** Where people have grants of their own. */
    private readonly grants?: GrantQuestions,
  ) {}

  /** Opens the caller's connection, if they may have one. */
  connect(context: RelayContext): Promise<RelayedResult | InputRequest> {
    const text = 'Connected. List the tools again: they are those of the server now.';
    const work = () =>
      this.connections.use(RequestContext.principal(), context.signal, () =>
        Promise.resolve(new RelayedResult({ content: [{ type: 'text', text }] })),
      );
    return this.grants === undefined ? work() : this.grants.askingFor(work, context);
  }

  /**
   * The upstream's answer, as it came: a result, or questions to the client. Ours is asked first, where the person has to
   * allow something before the upstream can be asked.
   */
  async call(
    method: string,
    params: Members,
    context: RelayContext,
    parameterHeaders?: Headers,
  ): Promise<RelayedResult | InputRequest> {
    const work = () => this.pass(method, params, context, parameterHeaders);
    return this.grants === undefined ? work() : this.grants.askingFor(work, context);
  }

  private async pass(
    method: string,
    params: Members,
    context: RelayContext,
    parameterHeaders: Headers | undefined,
  ): Promise<RelayedResult | InputRequest> {
    const { held } = keptIn(context);
    if (held !== undefined) return this.goOn(this.held.take(held), context);
    const asked = withRound(params, context);
    const options = optionsOf(context, parameterHeaders);
    if (this.limits.asks.length > 0) return this.goOn(this.begin(method, asked, context, options), context);
    const forwarding = new Forwarding(context);
    const onNotification = forwarding.forward.bind(forwarding);
    const result = await this.request(method, asked, context.signal, { ...options, onNotification });
    await forwarding.done();
    return answerOf(result);
  }

  /** @throws what `UpstreamConnections.use` throws. */
  async request(
    method: string,
    params: Members,
    signal: AbortSignal,
    options: Omit<CallOptions, 'signal'> = {},
  ): Promise<Members> {
    const limit = new CallLimit(signal, this.limits.callMs);
    try {
      return await this.requestWithin(limit, method, params, options);
    } finally {
      limit.dispose();
    }
  }

  /**
   * Has the upstream tell of changes of a resource; see `ResourceSubscriptions.subscribe`.
   *
   * @throws what `UpstreamConnections.use` throws.
   */
  async subscribe(uri: string, caller: AbortSignal): Promise<() => void> {
    const limit = new CallLimit(caller, this.limits.callMs);
    try {
      return await this.subscriptions.subscribe(uri, RequestContext.principal(), limit);
    } finally {
      limit.dispose();
    }
  }

  /** Calls off what waits for answers, and listens no more. */
  close(): void {
    this.subscriptions.close();
    this.held.close();
  }

  private requestWithin(
    { signal, caller }: CallLimit,
    method: string,
    params: Members,
    options: Omit<CallOptions, 'signal'>,
  ): Promise<Members> {
    return this.connections.use(RequestContext.principal(), caller, async (connection) => {
      if (method === TOOL_CALL) await this.assertApproved(connection, params['name'] as string);
      return connection.request(method, params, { ...options, signal });
    });
  }

  private begin(
    method: string,
    params: Members,
    context: RelayContext,
    options: Omit<CallOptions, 'signal'>,
  ): HeldCall {
    const { asks, callMs } = this.limits;
    return new HeldCall(asks, context, { call: callMs, hold: HOLD_MS }, (limit, listeners) =>
      this.requestWithin(limit, method, params, { ...options, ...listeners }),
    );
  }

  private async goOn(call: HeldCall, context: RelayContext): Promise<RelayedResult | InputRequest> {
    const round = await call.round(context);
    if ('result' in round) return answerOf(round.result);
    const kept: Kept = { held: this.held.keep(call, context.principal) };
    return new InputRequest(round.questions as Questions, kept);
  }

  /** A server that came back may be another than the one that was looked at. */
  private async assertApproved(connection: UpstreamConnection, tool: string): Promise<void> {
    const approved = await (connection.approved ??= this.review(connection));
    if (approved.has(tool)) return;
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      'Unknown tool: ask tools/list for those you may call',
    );
  }
}

type Questions = ConstructorParameters<typeof InputRequest>[0];

function keptIn({ answers }: RelayContext): Kept {
  return (answers.state ?? {}) as Kept;
}

function optionsOf(
  context: RelayContext,
  parameterHeaders: Headers | undefined,
): Omit<CallOptions, 'signal'> {
  const { wantsProgress, logLevel, clientCapabilities } = context;
  return { wantsProgress, logLevel, clientCapabilities: clientCapabilities as Members, parameterHeaders };
}

function answerOf(result: Members): RelayedResult | InputRequest {
  return result['resultType'] === 'input_required' ? questionsOf(result) : new RelayedResult(ownPart(result));
}

function withRound(params: Members, context: RelayContext): Members {
  const { meta, responses } = context;
  const { requestState } = keptIn(context);
  const theirs = withoutOwnAnswer(responses);
  return {
    ...params,
    ...(meta !== undefined && { _meta: meta }),
    ...(theirs !== undefined && { inputResponses: theirs }),
    ...(requestState !== undefined && { requestState }),
  };
}

function questionsOf({ inputRequests, requestState }: Members): InputRequest {
  const kept: Kept = { requestState };
  return new InputRequest((inputRequests ?? {}) as Questions, kept);
}

function ownPart(result: Members): Members {
  const own = Object.fromEntries(Object.entries(result).filter(([name]) => !OF_ONE_LEG.has(name)));
  const { [SERVER_INFO]: serverInfo, ...meta } = (own['_meta'] ?? {}) as Members;
  if (serverInfo === undefined) return own;
  const { _meta, ...rest } = own;
  return Object.keys(meta).length === 0 ? rest : { ...rest, _meta: meta };
}
