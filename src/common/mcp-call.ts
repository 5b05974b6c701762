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
  arguments: unknown;
  /**
   * Applies the outgoing policy to whatever leaves beside the result: progress, log messages, errors.
   * Set by the policy interceptor; while it is undefined nothing may leave (fail closed).
   */
  protectOutbound?: (value: unknown) => unknown;
}
