/**
 * The public surface: what a tool or route of one's own imports from `gatehouse`, and the function that
 * starts the service with it. Everything else in the package may change without notice.
 */
export { startGatehouse, type GatehouseOptions } from './gatehouse.js';

export { McpPrompt, McpResource, McpTool, ToolError, toolResult } from './mcp/index.js';
export type {
  McpContext,
  PromptDeclaration,
  PromptHandler,
  ResourceDeclaration,
  ResourceHandler,
  ToolDeclaration,
  ToolHandler,
} from './mcp/index.js';

export { Public } from './common/public.decorator.js';
export { Scopes, type ScopeRequirement } from './common/scopes.decorator.js';
export { PiiPolicy, PiiRejectedError, type PiiPolicyDeclaration } from './security/index.js';

export { CurrentPrincipal, ScopeAuthority } from './auth/index.js';
export type { Principal } from './common/principal.js';
export { RequestContext } from './common/request-context.js';

export {
  Anonymizer,
  DecryptionError,
  EnvelopeCipher,
  FernetCodec,
  PiiAnalyzer,
  PiiDetection,
  PiiRecognizer,
} from './security/index.js';
export type {
  DetectionOptions,
  EntityType,
  Finding,
  RecognizedSpan,
  TextRecognizer,
} from './security/index.js';

export { AuditTrail, type AuditEvent, type AuditEventType } from './audit/index.js';
export { Transactions, type Transaction } from './database/index.js';

export { ProblemError } from './common/problem-error.js';
export { Configuration } from './config/index.js';
