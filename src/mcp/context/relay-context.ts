import type { LoggingLevel } from '@modelcontextprotocol/server';
import type { McpContext } from './mcp-context.js';

/** What a handler that relays its call knows beside what all handlers do. */
export interface RelayContext extends McpContext {
  readonly wantsProgress: boolean;
  /** Whether the client takes questions as a result (MCP 2026-07-28). */
  readonly isStateless: boolean;
  /** Whether the request stays open while the client answers questions, so that `signal` ends the call between rounds too. */
  readonly staysOpen: boolean;
  /** Least level of log messages the client wants; undefined for none. */
  readonly logLevel: LoggingLevel | undefined;
  /** `_meta` of the request as the policies left it, without what belongs to this leg of the way. */
  readonly meta: Readonly<Record<string, unknown>> | undefined;
  /** Answers to an earlier round as the client sent them, after the policies; untrusted. */
  readonly responses: Readonly<Record<string, unknown>> | undefined;
  /** Sends progress or a log message as it came, less what the policies hold back. */
  forward(
    method: 'notifications/progress' | 'notifications/message',
    params: Readonly<Record<string, unknown>>,
  ): Promise<void>;
}
