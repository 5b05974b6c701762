import type { ClientCapabilities, LoggingLevel, ProgressToken } from '@modelcontextprotocol/server';
import type { Principal } from '../../common/principal.js';

/** What one request brought along and what may travel back beside its result, whichever revision it speaks. */
export interface CallChannel {
  readonly principal: Principal;
  readonly signal: AbortSignal;
  /** Undefined when the client did not ask for progress. */
  readonly progressToken: ProgressToken | undefined;
  /** Least level the client wants; undefined when it wants no log messages. */
  readonly logLevel: LoggingLevel | undefined;
  readonly clientCapabilities: ClientCapabilities;
  /** Answers to questions of an earlier round (MCP 2026-07-28, multi round-trip requests). Untrusted. */
  readonly inputResponses: Readonly<Record<string, unknown>> | undefined;
  /** The state of that round as the client returned it, still sealed. Untrusted. */
  readonly requestState: string | undefined;
  notify(
    method: 'notifications/progress' | 'notifications/message',
    params: Record<string, unknown>,
  ): Promise<void>;
}
