import type { McpCall } from '../../common/mcp-call.js';
import type { McpContext } from '../context/mcp-context.js';
import type { InvalidArgumentsError } from './invalid-arguments.error.js';

/** How what the handler returned is to be read once the policies have passed over it. */
export type ResultShape = 'output' | 'content' | 'blob' | 'input-request';

/** One call on its way through Nest's pipeline, with what guards and interceptors need not see. */
export class McpInvocation implements McpCall {
  arguments: unknown;
  protectOutbound?: (value: unknown) => unknown;
  resultShape: ResultShape = 'output';
  /** What the handler returned, checked, before any policy changed it. */
  result: unknown;
  private boundContext: McpContext | undefined;

  constructor(
    readonly kind: McpCall['kind'],
    readonly name: string,
    args: unknown,
    /**
     * Arguments are checked before the pipeline, so that policies see them as the handler would,
     * but refused inside of it, so that the refusal is guarded, protected and recorded like any call.
     */
    private readonly refusal?: InvalidArgumentsError,
  ) {
    this.arguments = args;
  }

  bind(context: McpContext): this {
    this.boundContext = context;
    return this;
  }

  get context(): McpContext {
    if (this.boundContext === undefined) throw new Error(`${this.kind} ${this.name} has no context`);
    return this.boundContext;
  }

  /** @throws InvalidArgumentsError when the arguments did not match the schema. */
  input(): unknown {
    if (this.refusal !== undefined) throw this.refusal;
    return this.arguments;
  }
}
