export {
  askByUrl,
  askForm,
  askModel,
  askRoots,
  InputRequest,
  requestInput,
  type InputQuestion,
} from './context/input-request.js';
export { InputAnswers } from './context/input-answers.js';
export type { McpChange, McpContext } from './context/mcp-context.js';
export {
  McpPrompt,
  type PromptBody,
  type PromptDeclaration,
  type PromptHandler,
} from './declarations/mcp-prompt.decorator.js';
export {
  McpResource,
  type ResourceBody,
  type ResourceDeclaration,
  type ResourceHandler,
  type ResourceVariables,
} from './declarations/mcp-resource.decorator.js';
export { McpTool } from './declarations/mcp-tool.decorator.js';
export type { ToolDeclaration, ToolHandler } from './declarations/tool-declaration.js';
export { McpRegistry } from './registry/mcp-registry.js';
export { UndeclaredError } from './registry/undeclared.error.js';
export { ToolError } from '../common/tool-error.js';
export { toolResult, ToolResult } from './results/tool-result.js';
export { jsonRpcErrorFormat } from './errors/json-rpc-error-format.js';
export { McpModule } from './mcp.module.js';
