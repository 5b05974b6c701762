import type { ToolAnnotations } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import type { InputRequest } from '../context/input-request.js';
import type { McpContext } from '../context/mcp-context.js';
import type { ToolResult } from '../results/tool-result.js';

export const MCP_TOOL_METADATA = 'gatehouse:mcp-tool';

/** A JSON object described by Zod. */
export type ObjectSchema = z.ZodObject;

export interface ToolDeclaration<
  Input extends ObjectSchema = ObjectSchema,
  Output extends ObjectSchema = ObjectSchema,
> {
  /** 1 to 128 characters of `[A-Za-z0-9_.-]`, unique in the service. */
  readonly name: string;
  readonly title?: string;
  /** What the tool does, for people and models. */
  readonly description: string;
  /** Further names the tool may be called by; not listed. */
  readonly aliases?: readonly string[];
  readonly input: Input;
  /** Left out only by a tool that answers with content blocks (`toolResult`) and nothing structured. */
  readonly output?: Output;
  readonly annotations?: ToolAnnotations;
  /** The tool may return `requestInput(...)`. */
  readonly interactive?: boolean;
  /** In production the tool does not exist: not listed, not callable. */
  readonly developmentOnly?: boolean;
}

/** What a class with `@McpTool` looks like. */
export interface ToolHandler<Input, Output> {
  execute(
    input: Input,
    context: McpContext,
  ): Promise<Output | ToolResult | InputRequest> | Output | ToolResult | InputRequest;
}
