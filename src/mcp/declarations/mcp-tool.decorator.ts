import type { z } from 'zod';
import { declareHandler } from './declare-handler.js';
import { assertDescription, assertName } from './declared-name.js';
import {
  MCP_TOOL_METADATA,
  type ObjectSchema,
  type ToolDeclaration,
  type ToolHandler,
} from './tool-declaration.js';

type ToolClass<Input, Output> = new (...dependencies: never[]) => ToolHandler<Input, Output>;

/**
 * Declares an injectable class as an MCP tool. It needs `@Scopes()` and `@PiiPolicy()` beside it:
 * without them the service does not start.
 *
 * @throws TypeError when a name cannot be called by every client or the description is empty.
 */
export function McpTool<Input extends ObjectSchema, Output extends ObjectSchema>(
  declaration: ToolDeclaration<Input, Output>,
): (target: ToolClass<z.output<Input>, z.input<Output>>) => void {
  [declaration.name, ...(declaration.aliases ?? [])].forEach((name) => assertName('@McpTool()', name));
  assertDescription('@McpTool()', declaration.name, declaration.description);
  return (target) => declareHandler(target, MCP_TOOL_METADATA, declaration, 'execute');
}
