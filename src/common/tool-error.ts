/**
 * A tool refuses in words the model can use: answered as a tool error result (`isError: true`), not as a protocol error.
 * Its message reaches the caller, after the tool's personal-data policy for outgoing text.
 */
export class ToolError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}
