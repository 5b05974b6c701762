/** Nest's context type (`ExecutionContext.getType()`) of a tool, resource or prompt handler. */
export const MCP_CONTEXT = 'mcp';

/**
 * One call of a tool, resource or prompt on its way through Nest's pipeline.
 * It is the only argument that guards and interceptors see on the `mcp` context
 * (`context.getArgByIndex(0)`); pipes and the handler receive `arguments` as it stands when they run,
 * so an interceptor that wants to change the arguments replaces the property.
 */
export interface McpCall {
  readonly kind: 'tool' | 'resource' | 'prompt';
  /** Tool or prompt name, or resource URI, as registered (never an alias). */
  readonly name: string;
  /** Under which its policies are registered; `kind:name` when left out. */
  readonly origin?: string;
  arguments: unknown;
  /** Aborted when the client cancels the call or is gone. */
  readonly signal?: AbortSignal | undefined;
  /** The arguments as they were sent, before their schema was applied. */
  readonly sent?: unknown;
  /** Takes other arguments for those that were sent, through the schema; says whether they match it. */
  resend?(args: unknown): boolean;
  /** What the client answered to questions of an earlier round; arguments in all but name. */
  answers?: Readonly<Record<string, unknown>> | undefined;
  /** `_meta` of the request, where it goes on with the call; arguments in all but name. */
  meta?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Applies the outgoing policy to whatever leaves beside the result: progress, log messages, errors. May answer
   * with a promise; answers come in the order of the calls.
   * Set by the policy interceptor; while it is undefined nothing may leave (fail closed).
   */
  protectOutbound?: (value: unknown) => unknown;
}
