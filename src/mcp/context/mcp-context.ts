import type { ClientCapabilities, LoggingLevel } from '@modelcontextprotocol/server';
import type { McpCall } from '../../common/mcp-call.js';
import type { Principal } from '../../common/principal.js';
import type { InputAnswers } from './input-answers.js';

/** What a tool, resource or prompt handler knows about its call and may send beside its result. */
export interface McpContext {
  /** The authenticated caller; `RequestContext.principal()` says the same anywhere below. */
  readonly principal: Principal;
  readonly call: McpCall;
  /** Aborted when the client cancels the call, or closes the connection of a 2026-07-28 one. */
  readonly signal: AbortSignal;
  /** What the client says it can do: for deciding what to ask, never for security. */
  readonly clientCapabilities: ClientCapabilities;
  /** Answers to this handler's own earlier `requestInput()`. */
  readonly answers: InputAnswers;
  /** Tells a client that asked for progress how far the call is. Passes the outgoing policy. */
  reportProgress(progress: number, total?: number, message?: string): Promise<void>;
  /** Sends a log message to a client that asked for this level. Passes the outgoing policy. */
  log(level: LoggingLevel, data: unknown, logger?: string): Promise<void>;
  /** Tells subscribed clients that a list or a resource has changed. */
  announceChange(change: McpChange): void;
}

export type McpChange =
  { readonly kind: 'tools' | 'prompts' | 'resources' } | { readonly kind: 'resource'; readonly uri: string };
