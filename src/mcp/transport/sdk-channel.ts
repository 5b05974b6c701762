import {
  CLIENT_CAPABILITIES_META_KEY,
  LOG_LEVEL_META_KEY,
  type ClientCapabilities,
  type LoggingLevel,
  type ServerContext,
} from '@modelcontextprotocol/server';
import type { CallChannel } from '../protocol/call-channel.js';
import type { Exchange } from './exchange.js';

/** What 2026-07-28 requests carry in `_meta` beside their parameters. */
interface Envelope {
  [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities;
  [LOG_LEVEL_META_KEY]?: LoggingLevel;
}

/** The channel of a request that the SDK serves. */
export function sdkChannel(context: ServerContext, exchange: Exchange): CallChannel {
  const { mcpReq } = context;
  const envelope = (mcpReq.envelope ?? {}) as Envelope;
  const { session, principal } = exchange;
  return {
    principal,
    isStateless: session === undefined,
    signal: mcpReq.signal,
    staysOpen: session !== undefined,
    progressToken: mcpReq._meta?.progressToken,
    meta: mcpReq._meta,
    logLevel: session === undefined ? envelope[LOG_LEVEL_META_KEY] : session.logLevel,
    clientCapabilities: session?.clientCapabilities ?? envelope[CLIENT_CAPABILITIES_META_KEY] ?? {},
    inputResponses: mcpReq.inputResponses,
    requestState: mcpReq.requestState<string>(),
    notify: (method, params) => mcpReq.notify({ method, params }),
  };
}
