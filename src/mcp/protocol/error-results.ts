import { Injectable, Logger } from '@nestjs/common';
import { ProtocolError, ProtocolErrorCode, type CallToolResult } from '@modelcontextprotocol/server';
import { PublicError } from '../../common/public-error.js';
import { RequestContext } from '../../common/request-context.js';
import { ToolError } from '../../common/tool-error.js';
import { isDatabaseUnavailable } from '../../database/index.js';

/** Refusals of the request rather than of the tool: they are answered with their HTTP status and headers. */
const REQUEST_LEVEL = new Set([401, 403, 429, 503]);

/** Turns what a handler threw into what the caller may read. */
@Injectable()
export class ErrorResults {
  private readonly logger = new Logger(ErrorResults.name);

  /**
   * MCP, tools: what a tool or its arguments did wrong is a result with `isError`, so that the model can react.
   *
   * @throws the error itself when the request as a whole is to be refused.
   */
  ofTool(tool: string, error: unknown): CallToolResult {
    if (isRequestLevel(error)) throw error;
    return { content: [{ type: 'text', text: this.publicMessage(tool, error) }], isError: true };
  }

  /**
   * Resources and prompts have no error results, so their errors are protocol errors.
   *
   * @throws ProtocolError, or the error itself when the request as a whole is to be refused.
   */
  ofHandler(name: string, error: unknown): never {
    if (isRequestLevel(error)) throw error;
    const code = isCallersFault(error) ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError;
    throw new ProtocolError(code, this.publicMessage(name, error));
  }

  private publicMessage(name: string, error: unknown): string {
    if (error instanceof ToolError) return error.message;
    if (error instanceof PublicError && error.status < 500) return error.publicDetail;
    this.logger.error({ msg: 'MCP handler failed', handler: name, err: error });
    const reference = RequestContext.current()?.correlationId ?? 'unknown';
    return `${name} failed inside the server; reference ${reference}`;
  }
}

/** Whether the error answers the whole request instead of becoming part of a result. */
export function isRequestLevel(error: unknown): boolean {
  if (error instanceof ProtocolError || isDatabaseUnavailable(error)) return true;
  return error instanceof PublicError && REQUEST_LEVEL.has(error.status);
}

function isCallersFault(error: unknown): boolean {
  return error instanceof ToolError || (error instanceof PublicError && error.status < 500);
}

/** The error as JSON-RPC may show it; what nobody meant for the caller stays inside. */
export function toProtocolError(error: unknown): ProtocolError {
  if (error instanceof ProtocolError) return error;
  const message = error instanceof PublicError ? error.publicDetail : 'Internal error';
  return new ProtocolError(ProtocolErrorCode.InternalError, message);
}
