import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import { MCP_CONTEXT } from '../../common/mcp-call.js';
import { InputRequest } from '../context/input-request.js';
import { MCP_TOOL_METADATA, type ToolDeclaration } from '../declarations/tool-declaration.js';
import { RelayedResult } from '../results/relayed-result.js';
import { ToolResult } from '../results/tool-result.js';
import { InvalidOutputError } from './invalid-output.error.js';
import type { McpInvocation } from './mcp-invocation.js';

/**
 * The innermost interceptor of every tool, resource and prompt. It checks what a tool returned against the declared
 * output schema, so that a faulty tool is recorded as failed, and turns it into plain JSON that policies can walk.
 */
@Injectable()
export class HandlerResultInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<string>() !== MCP_CONTEXT) return next.handle();
    const invocation = context.getArgByIndex<McpInvocation>(0);
    const tool = Reflect.getMetadata(MCP_TOOL_METADATA, context.getClass()) as ToolDeclaration | undefined;
    return next.handle().pipe(
      map((returned: unknown) => {
        invocation.result = plain(invocation, tool, returned);
        return invocation.result;
      }),
    );
  }
}

function plain(invocation: McpInvocation, tool: ToolDeclaration | undefined, returned: unknown): unknown {
  if (returned instanceof InputRequest) {
    invocation.resultShape = 'input-request';
    return { ...returned };
  }
  if (returned instanceof RelayedResult) {
    invocation.resultShape = 'relayed';
    return returned.result;
  }
  if (returned instanceof Uint8Array) {
    invocation.resultShape = 'blob';
    return { blob: Buffer.from(returned).toString('base64') };
  }
  return tool === undefined ? returned : plainOfTool(invocation, tool, returned);
}

function plainOfTool(invocation: McpInvocation, tool: ToolDeclaration, returned: unknown): unknown {
  if (!(returned instanceof ToolResult)) return checkOutput(tool, returned);
  invocation.resultShape = 'content';
  const { content, structuredContent } = returned;
  if (structuredContent === undefined) return { content };
  return { content, structuredContent: checkOutput(tool, structuredContent) };
}

/** @throws InvalidOutputError when the output does not match the declared schema, or none is declared. */
function checkOutput(declaration: ToolDeclaration, output: unknown): unknown {
  const result = declaration.output?.safeParse(output);
  if (result?.success === true) return result.data;
  throw new InvalidOutputError(declaration.name, { cause: result?.error });
}
