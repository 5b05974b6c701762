import type { McpCall } from '../../common/mcp-call.js';
import type { McpContext } from '../context/mcp-context.js';
import type { InvalidArgumentsError } from './invalid-arguments.error.js';

/** How what the handler returned is to be read once the policies have passed over it. */
export type ResultShape = 'output' | 'content' | 'blob' | 'input-request' | 'relayed';

/** The arguments as the handler gets them, or as they were sent and why they are refused. */
export type ArgumentCheck = (sent: unknown) => {
  readonly arguments: unknown;
  readonly refusal?: InvalidArgumentsError;
};

/** One call on its way through Nest's pipeline, with what guards and interceptors need not see. */
export class McpInvocation implements McpCall {
  arguments: unknown;
  protectOutbound?: (value: unknown) => unknown;
  resultShape: ResultShape = 'output';
  /** What the handler returned, checked, before any policy changed it. */
  result: unknown;
  answers: Readonly<Record<string, unknown>> | undefined;
  meta: Readonly<Record<string, unknown>> | undefined;
  /** Where its policies are registered; by kind and name unless given. */
  origin?: string;
  /** Whether `_meta` of the request goes on with the call. */
  takesMeta = false;
  private boundContext: McpContext | undefined;
  private refusal: InvalidArgumentsError | undefined;

  /**
   * Arguments are checked before the pipeline, so that policies see them as the handler would,
   * but refused inside of it, so that the refusal is guarded, protected and recorded like any call.
   */
  constructor(
    readonly kind: McpCall['kind'],
    readonly name: string,
    readonly sent: unknown,
    private readonly check: ArgumentCheck = (args) => ({ arguments: args }),
  ) {
    this.resend(sent);
  }

  resend(args: unknown): boolean {
    const { arguments: checked, refusal } = this.check(args);
    this.arguments = checked;
    this.refusal = refusal;
    return refusal === undefined;
  }

  bind(context: McpContext): this {
    this.boundContext = context;
    return this;
  }

  get context(): McpContext {
    if (this.boundContext === undefined) throw new Error(`${this.kind} ${this.name} has no context`);
    return this.boundContext;
  }

  get signal(): AbortSignal | undefined {
    return this.boundContext?.signal;
  }

  /** @throws InvalidArgumentsError when the arguments did not match the schema. */
  input(): unknown {
    if (this.refusal !== undefined) throw this.refusal;
    return this.arguments;
  }
}
