import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { Askable } from '../../../config/index.js';
import type { RelayContext } from '../../../mcp/index.js';
import { isMembers, type Members, type NotificationMessage } from '../peer/messages.js';
import { capabilityFor, type Answerer, type Question } from '../peer/server-request.js';
import { CallLimit } from './call-limit.js';
import { Forwarding } from './forwarding.js';

/** Questions that one call may have open at once. */
const MOST_OPEN = 8;

interface Open {
  readonly question: Question;
  readonly resolve: (answer: Members) => void;
}

/** What a call comes to in one round: its result, or questions by the keys their answers come back under. */
export type Round = { readonly result: Members } | { readonly questions: Readonly<Record<string, Members>> };

/** Makes the call. */
export type Ask = (
  limit: CallLimit,
  listeners: {
    readonly onNotification: (message: NotificationMessage) => Promise<void> | void;
    readonly onQuestion: Answerer;
  },
) => Promise<Members>;

/**
 * A call to a server of a 2025 revision, which asks in the middle of it. The client learns of the questions by a result,
 * as from a server of 2026-07-28, and comes back with answers in another round; meanwhile the call is held.
 */
export class HeldCall {
  readonly limit: CallLimit;
  readonly outcome: Promise<Members>;
  private readonly calledOff = new AbortController();
  private readonly open = new Map<string, Open>();
  private forwarding: Forwarding;
  private onQuestion: () => void = () => undefined;
  private asked = 0;

  constructor(
    private readonly asks: readonly Askable[],
    private context: RelayContext,
    private readonly times: { readonly call: number; readonly hold: number },
    ask: Ask,
  ) {
    this.limit = new CallLimit(this.calledOff.signal, times.call);
    this.forwarding = new Forwarding(context);
    this.outcome = ask(this.limit, {
      onNotification: (message) => this.forwarding.forward(message),
      onQuestion: (question) => this.hear(question),
    }).finally(() => this.limit.dispose());
    this.outcome.catch(() => undefined);
  }

  /** Goes on with what the client answered, until the call ends or something is asked. */
  async round(context: RelayContext): Promise<Round> {
    this.context = context;
    this.forwarding = new Forwarding(context);
    this.limit.restart(this.times.call);
    const callOff = () => this.callOff(context.signal.reason);
    if (context.signal.aborted) callOff();
    context.signal.addEventListener('abort', callOff, { once: true });
    try {
      this.take(context.responses ?? {});
      const result = await Promise.race([this.outcome, this.nextQuestion()]);
      await this.forwarding.done();
      return result === undefined ? this.hold() : { result };
    } finally {
      // What stays open can still call off a call that waits for an answer.
      if (!context.staysOpen) context.signal.removeEventListener('abort', callOff);
    }
  }

  callOff(reason?: unknown): void {
    this.calledOff.abort(reason);
  }

  private hold(): Round {
    this.limit.restart(this.times.hold);
    const questions = [...this.open].map(([key, { question }]) => [key, asAsked(question)] as const);
    return { questions: Object.fromEntries(questions) };
  }

  /** What has no answer, or none that is one, is asked again. */
  private take(responses: Members): void {
    for (const [key, { resolve }] of this.open) {
      const answer = responses[key];
      if (!isMembers(answer)) continue;
      this.open.delete(key);
      resolve(answer);
    }
  }

  private nextQuestion(): Promise<undefined> {
    if (this.open.size > 0) return Promise.resolve(undefined);
    return new Promise((resolve) => (this.onQuestion = () => resolve(undefined)));
  }

  private hear(question: Question): Promise<Members> {
    if (!this.canBeAsked(question))
      throw new ProtocolError(
        ProtocolErrorCode.MethodNotFound,
        `The client does not answer ${question.method}`,
      );
    if (this.open.size >= MOST_OPEN)
      throw new ProtocolError(ProtocolErrorCode.InternalError, 'Too many questions are open');
    return new Promise((resolve) => {
      this.open.set(`question-${++this.asked}`, { question, resolve });
      this.onQuestion();
    });
  }

  private canBeAsked({ method, params }: Question): boolean {
    const capability = capabilityFor(method);
    if (capability === undefined || !this.asks.includes(capability)) return false;
    const declared = this.context.clientCapabilities[capability] as Members | undefined;
    // MCP 2025-11-25, elicitation: without a mode it is a form, and so it is with a client that names none.
    const mode =
      capability === 'elicitation' ? ((params?.['mode'] as string | undefined) ?? 'form') : undefined;
    if (declared === undefined || mode === undefined) return declared !== undefined;
    return mode in declared || (mode === 'form' && Object.keys(declared).length === 0);
  }
}

/** Less what belongs to this leg of its way. */
function asAsked({ method, params }: Question): Members {
  if (params === undefined) return { method };
  const { _meta, task: _task, ...rest } = params;
  return { method, params: rest };
}
