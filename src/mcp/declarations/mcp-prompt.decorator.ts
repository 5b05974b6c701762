import type { PromptMessage } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import type { InputRequest } from '../context/input-request.js';
import type { McpContext } from '../context/mcp-context.js';
import { declareHandler } from './declare-handler.js';
import { assertDescription, assertName } from './declared-name.js';
import type { ObjectSchema } from './tool-declaration.js';

export const MCP_PROMPT_METADATA = 'gatehouse:mcp-prompt';

export interface PromptDeclaration<Arguments extends ObjectSchema = ObjectSchema> {
  readonly name: string;
  readonly title?: string;
  readonly description: string;
  /** Members are strings on the wire (MCP, prompts/get). */
  readonly arguments?: Arguments;
  /** Rendering may return `requestInput(...)`. */
  readonly interactive?: boolean;
}

/** The messages, or one text that becomes a message of the user. */
export type PromptBody = string | readonly PromptMessage[];

/** What a class with `@McpPrompt` looks like. */
export interface PromptHandler<Arguments> {
  render(
    args: Arguments,
    context: McpContext,
  ): Promise<PromptBody | InputRequest> | PromptBody | InputRequest;
  /** Suggestions for the value of one argument (completion/complete). */
  complete?(argument: string, value: string): Promise<readonly string[]> | readonly string[];
}

type PromptClass<Arguments> = new (...dependencies: never[]) => PromptHandler<Arguments>;

/**
 * Declares an injectable class as an MCP prompt.
 * It needs `@Scopes()` and `@PiiPolicy()` beside it: without them the service does not start.
 *
 * @throws TypeError when the name is not callable or the description is empty.
 */
export function McpPrompt<Arguments extends ObjectSchema>(
  declaration: PromptDeclaration<Arguments>,
): (target: PromptClass<z.output<Arguments>>) => void {
  assertName('@McpPrompt()', declaration.name);
  assertDescription('@McpPrompt()', declaration.name, declaration.description);
  return (target) => declareHandler(target, MCP_PROMPT_METADATA, declaration, 'render');
}
