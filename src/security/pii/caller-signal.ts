import type { ExecutionContext } from '@nestjs/common';
import type { EventEmitter } from 'node:events';
import { MCP_CONTEXT, type McpCall } from '../../common/mcp-call.js';

/** What a Fastify reply tells of its connection. */
interface HttpReply {
  readonly raw: EventEmitter & { readonly writableFinished: boolean };
}

/** A signal that is aborted when whoever asked is gone: the call is cancelled, or the connection closed before the answer. */
export function callerSignal(context: ExecutionContext): AbortSignal | undefined {
  if (context.getType<string>() === MCP_CONTEXT) return context.getArgByIndex<McpCall>(0).signal;
  const { raw } = context.switchToHttp().getResponse<HttpReply>();
  const caller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) caller.abort();
  });
  return caller.signal;
}
