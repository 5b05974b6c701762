import type {
  CallToolResult,
  GetPromptResult,
  Prompt,
  ReadResourceResult,
  Resource,
  ResourceTemplateType,
  Tool,
} from '@modelcontextprotocol/server';
import type { McpCall } from '../../common/mcp-call.js';
import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import type { ResourceVariables } from '../declarations/mcp-resource.decorator.js';
import type { McpInvocation } from '../invocation/mcp-invocation.js';
import type { Suggestions } from './suggestions.js';

/** A number of calls a minute. */
export interface CallLimit {
  /** What is counted together, as answers and records name it; printable ASCII without quotes. */
  readonly name: string;
  readonly countedBy: 'person' | 'client' | 'all';
  readonly perMinute: number;
}

/** Anything reachable over MCP, whether a class of the application or something relayed from elsewhere. */
export interface ServedHandler {
  readonly kind: McpCall['kind'];
  /** As records name it; clients may know it by another name. */
  readonly name: string;
  /** Under which its policies are registered. */
  readonly origin: string;
  readonly requirement: ScopeRequirement;
  /** Whether it may answer with questions to the client. */
  readonly isInteractive: boolean;
  /** Whether it asks only for what the client of 2026-07-28 says it can answer, so that nobody has to check again. */
  readonly checksCapabilities?: boolean;
  /** A call needs room in each; beside what callers may ask of us. */
  readonly limits?: readonly CallLimit[];
  /** Whose `method` is called; both carry the metadata that guards and interceptors read. */
  readonly instance: object;
  readonly method: string;
  /** Suggestions for one argument of it (completion/complete). */
  complete?(argument: string, value: string, request: CompletionRequest): Promise<Suggestions> | Suggestions;
}

/** What a completion knows beside the argument itself. */
export interface CompletionRequest {
  /** Values of other arguments that are settled. */
  readonly settled: Readonly<Record<string, string>> | undefined;
  readonly signal: AbortSignal;
}

export interface ServedTool extends ServedHandler {
  readonly kind: 'tool';
  /** Its entry in `tools/list`. */
  readonly listing: Tool;
  invoke(rawArguments: unknown): McpInvocation;
  /** @param answer what the handler returned, as the policies left it. */
  resultOf(invocation: McpInvocation, answer: unknown): CallToolResult;
}

export interface ServedResource extends ServedHandler {
  readonly kind: 'resource';
  readonly isTemplate: boolean;
  /** Its entry in `resources/list`, unless it is a template. */
  readonly listing: Resource;
  /** Its entry in `resources/templates/list`, if it is one. */
  readonly templateListing: ResourceTemplateType;
  /**
   * Has whoever knows tell when it changes; for what is not our own to tell. Returns what has that taken back.
   */
  subscribe?(uri: string, signal: AbortSignal): Promise<() => void>;
  /** @param uri as the client asked for it. */
  invoke(variables: ResourceVariables, uri: string): McpInvocation;
  /** @param shownUri the URI as the policies leave it. */
  resultOf(
    invocation: McpInvocation,
    answer: unknown,
    shownUri: () => Promise<string>,
  ): Promise<ReadResourceResult>;
}

export interface ServedPrompt extends ServedHandler {
  readonly kind: 'prompt';
  /** Its entry in `prompts/list`. */
  readonly listing: Prompt;
  invoke(rawArguments: unknown): McpInvocation;
  /** @param description as the policies leave it. */
  resultOf(
    invocation: McpInvocation,
    answer: unknown,
    description: () => string | undefined,
  ): GetPromptResult;
}

export type Served = ServedTool | ServedResource | ServedPrompt;

/** A resource, and what the URI asked for says about its variables. */
export interface FoundResource {
  readonly resource: ServedResource;
  readonly variables: ResourceVariables;
}

/** Everything that one endpoint serves. */
export interface Catalogue {
  readonly tools: readonly ServedTool[];
  readonly resources: readonly ServedResource[];
  readonly prompts: readonly ServedPrompt[];
  /** By the name clients call it, an alias included. */
  tool(name: string): ServedTool | undefined;
  prompt(name: string): ServedPrompt | undefined;
  resource(uri: string): FoundResource | undefined;
  /** The resource or template with this very URI (template), for completion. */
  resourceNamed(uri: string): ServedResource | undefined;
}
