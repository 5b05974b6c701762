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
export { declareRelay, RELAY_METHOD, type RelayedHandler } from './declarations/declare-relay.js';
export type { RelayContext } from './context/relay-context.js';
export { McpInvocation } from './invocation/mcp-invocation.js';
export { INSTRUCTIONS, SERVER_IDENTITY } from './protocol/server-identity.js';
export { McpRegistry } from './registry/mcp-registry.js';
export type {
  Catalogue,
  CompletionRequest,
  FoundResource,
  ServedHandler,
  ServedPrompt,
  ServedResource,
  CallLimit,
  ServedTool,
} from './registry/served.js';
export { LONGEST_URI, UriPattern } from './registry/uri-pattern.js';
export type { Suggestions } from './registry/suggestions.js';
export { RelayedResult } from './results/relayed-result.js';
export type { JsonRpcRequest } from './transport/json-rpc.js';
export type { McpEndpoint } from './transport/mcp-endpoint.js';
export { McpEndpoints } from './transport/mcp-endpoints.js';
export { OwnEndpoint } from './transport/own-endpoint.js';
export { UndeclaredError } from './registry/undeclared.error.js';
export { ToolError } from '../common/tool-error.js';
export { toolResult, ToolResult } from './results/tool-result.js';
export { jsonRpcErrorFormat } from './errors/json-rpc-error-format.js';
export { McpModule } from './mcp.module.js';
