import type { InputRequiredResult } from '@modelcontextprotocol/server';
import { CallContext } from '../context/call-context.js';
import type { CallChannel } from '../protocol/call-channel.js';
import { ChangeNotices } from '../protocol/change-notices.js';
import { InputRequests } from '../protocol/input-requests.js';
import type { ServedHandler } from '../registry/served.js';
import { HandlerPipeline } from './handler-pipeline.js';
import type { McpInvocation } from './mcp-invocation.js';

/** Calls handlers on behalf of a channel. */
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
    served: ServedHandler,
    invocation: McpInvocation,
    channel: CallChannel,
    complete: (answer: unknown) => Result | Promise<Result>,
  ): Promise<Result | InputRequiredResult> {
    invocation.answers = channel.inputResponses;
    if (invocation.takesMeta) invocation.meta = relayedMeta(channel.meta);
    const state = this.inputRequests.stateOf(invocation, channel);
    invocation.bind(new CallContext(invocation, state, channel, this.changes));
    const answer = await this.pipeline.run(served, invocation);
    if (invocation.resultShape !== 'input-request') return complete(answer);
    if (!served.isInteractive) throw new Error(`${served.name} is not declared interactive`);
    return this.inputRequests.resultOf(invocation, answer, channel.principal);
  }
}

/** Of this leg of the way only: the next one has its own. */
const OF_THIS_LEG = /^(?:progressToken$|io\.modelcontextprotocol\/)/;

function relayedMeta(meta: CallChannel['meta']): Readonly<Record<string, unknown>> | undefined {
  const entries = Object.entries(meta ?? {}).filter(([name]) => !OF_THIS_LEG.test(name));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
