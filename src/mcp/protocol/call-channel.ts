import type { ClientCapabilities, LoggingLevel, ProgressToken } from '@modelcontextprotocol/server';
import type { Principal } from '../../common/principal.js';

/** What one request brought along and what may travel back beside its result, whichever revision it speaks. */
export interface CallChannel {
  readonly principal: Principal;
  /** Whether questions go to the client as a result (MCP 2026-07-28); a 2025 session has other ways. */
  readonly isStateless: boolean;
  readonly signal: AbortSignal;
  /** Whether the request stays open while the client answers questions, as in a session, so that its end is the call's. */
  readonly staysOpen: boolean;
  /** Undefined when the client did not ask for progress. */
  readonly progressToken: ProgressToken | undefined;
  /** Least level the client wants; undefined when it wants no log messages. */
  readonly logLevel: LoggingLevel | undefined;
  readonly clientCapabilities: ClientCapabilities;
  /** Answers to questions of an earlier round (MCP 2026-07-28, multi round-trip requests). Untrusted. */
  readonly inputResponses: Readonly<Record<string, unknown>> | undefined;
  /** The state of that round as the client returned it, still sealed. Untrusted. */
  readonly requestState: string | undefined;
  /** `_meta` of the request. Untrusted. */
  readonly meta: Readonly<Record<string, unknown>> | undefined;
  notify(
    method: 'notifications/progress' | 'notifications/message',
    params: Record<string, unknown>,
  ): Promise<void>;
}
