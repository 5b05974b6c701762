import { Injectable } from '@nestjs/common';
import type { InputRequiredResult } from '@modelcontextprotocol/server';
import { CallContext } from '../context/call-context.js';
import type { CallChannel } from '../protocol/call-channel.js';
import { ChangeNotices } from '../protocol/change-notices.js';
import { InputRequests } from '../protocol/input-requests.js';
import type { Declared } from '../registry/mcp-registry.js';
import { HandlerPipeline } from './handler-pipeline.js';
import type { McpInvocation } from './mcp-invocation.js';

/** Calls handlers on behalf of a channel. */
@Injectable()
export class HandlerCalls {
  constructor(
    private readonly pipeline: HandlerPipeline,
    private readonly changes: ChangeNotices,
    private readonly inputRequests: InputRequests,
  ) {}

  /**
   * What the handler answered after all policies, made into a result by `complete` unless it asked for more input.
   *
   * @throws whatever a guard, a policy or the handler throws.
   */
  async run<Result>(
    declared: Declared,
    invocation: McpInvocation,
    channel: CallChannel,
    complete: (answer: unknown) => Result,
  ): Promise<Result | InputRequiredResult> {
    const answers = this.inputRequests.answersOf(invocation, channel);
    invocation.bind(new CallContext(invocation, answers, channel, this.changes));
    const answer = await this.pipeline.run(declared, invocation);
    if (invocation.resultShape !== 'input-request') return complete(answer);
    if (declared.declaration.interactive !== true)
      throw new Error(`${declared.name} is not declared interactive`);
    return this.inputRequests.resultOf(invocation, answer, channel.principal);
  }
}
