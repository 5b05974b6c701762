import type { ClientCapabilities, LoggingLevel, ProgressToken } from '@modelcontextprotocol/server';
import type { Principal } from '../../common/principal.js';
import type { CallChannel } from '../protocol/call-channel.js';
import type { Session } from '../sessions/session.js';
import type { DirectAnswer } from './direct-answer.js';
import type { PlainRequest } from './plain-request.js';

/** The channel of a plain request, which brings no answers to earlier questions. */
export class DirectChannel implements CallChannel {
  readonly inputResponses = undefined;
  readonly requestState = undefined;

  constructor(
    readonly principal: Principal,
    private readonly request: PlainRequest,
    private readonly session: Session | undefined,
    private readonly answer: DirectAnswer,
    private readonly cancellation: AbortController,
  ) {}

  get isStateless(): boolean {
    return this.session === undefined;
  }

  get signal(): AbortSignal {
    return this.cancellation.signal;
  }

  get staysOpen(): boolean {
    return this.session !== undefined;
  }

  get progressToken(): ProgressToken | undefined {
    return this.request.progressToken;
  }

  get meta(): Readonly<Record<string, unknown>> | undefined {
    return this.request.params['_meta'] as Readonly<Record<string, unknown>> | undefined;
  }

  get logLevel(): LoggingLevel | undefined {
    return this.session === undefined ? this.request.logLevel : this.session.logLevel;
  }

  get clientCapabilities(): ClientCapabilities {
    return this.session?.clientCapabilities ?? this.request.clientCapabilities ?? {};
  }

  notify(method: string, params: Record<string, unknown>): Promise<void> {
    const taken = this.signal.aborted ? undefined : this.answer.send({ method, params, jsonrpc: '2.0' });
    return taken ?? Promise.resolve();
  }
}
