import { Injectable } from '@nestjs/common';
import {
  ProtocolError,
  ProtocolErrorCode,
  type CompleteRequestParams,
  type CompleteResult,
  type GetPromptResult,
  type InputRequiredResult,
  type ListPromptsResult,
} from '@modelcontextprotocol/server';
import { PII_REJECTED } from '../../audit/index.js';
import { ScopeAuthority } from '../../auth/index.js';
import { RequestContext } from '../../common/request-context.js';
import { PiiRejectedError } from '../../security/index.js';
import type { PromptBody } from '../declarations/mcp-prompt.decorator.js';
import { HandlerCalls } from '../invocation/handler-calls.js';
import type { DeclaredPrompt } from '../registry/declared-prompt.js';
import { McpRegistry } from '../registry/mcp-registry.js';
import type { CallChannel } from './call-channel.js';
import { Completions } from './completions.js';
import { ErrorResults } from './error-results.js';
import { RequestLog } from './request-log.js';

/** MCP, completion: at most this many values in one answer. */
const COMPLETIONS = 100;
const COMPLETE = 'completion/complete';

/** MCP prompts: prompts/list, prompts/get and completion of their arguments. */
@Injectable()
export class PromptMethods {
  constructor(
    private readonly registry: McpRegistry,
    private readonly calls: HandlerCalls,
    private readonly completions: Completions,
    private readonly scopes: ScopeAuthority,
    private readonly errors: ErrorResults,
    private readonly log: RequestLog,
  ) {}

  /** Only what the caller may render. */
  async list(channel: CallChannel): Promise<ListPromptsResult> {
    await this.log.succeeded('prompts/list');
    const permitted = this.registry.prompts.filter((prompt) => this.isPermitted(prompt, channel));
    return { prompts: permitted.map((prompt) => prompt.listing) };
  }

  /** @throws ProtocolError, or PublicError when the whole request is to be refused. */
  async get(
    params: { name: string; arguments?: Record<string, string> },
    channel: CallChannel,
  ): Promise<GetPromptResult | InputRequiredResult> {
    const prompt = this.registry.prompt(params.name);
    if (prompt === undefined) return this.refuseUnknown('prompts/get');
    const invocation = prompt.invoke(params.arguments);
    try {
      return await this.calls.run(prompt, invocation, channel, (answer) => ({
        description: prompt.declaration.description,
        messages: messagesOf(answer as PromptBody),
      }));
    } catch (error) {
      return this.errors.ofHandler(prompt.name, error);
    }
  }

  /** Suggestions for a prompt's argument; none for what has no completion. */
  async complete({ ref, argument }: CompleteRequestParams, channel: CallChannel): Promise<CompleteResult> {
    const prompt = ref.type === 'ref/prompt' ? this.registry.prompt(ref.name) : undefined;
    if (ref.type === 'ref/prompt' && (prompt === undefined || !this.isPermitted(prompt, channel))) {
      return this.refuseUnknown(COMPLETE);
    }
    const request = RequestContext.current();
    if (prompt === undefined || request === undefined) return this.answerCompletion([]);
    // In a context of its own, as calls are, so that the decisions of what arrived together do not mix.
    return RequestContext.run(request.fork(), async () =>
      this.answerCompletion(await this.suggestions(prompt, argument)),
    );
  }

  private async answerCompletion(values: readonly string[]): Promise<CompleteResult> {
    await this.log.succeeded(COMPLETE);
    return {
      completion: {
        values: values.slice(0, COMPLETIONS),
        total: values.length,
        hasMore: values.length > COMPLETIONS,
      },
    };
  }

  private async suggestions(
    prompt: DeclaredPrompt,
    { name, value }: CompleteRequestParams['argument'],
  ): Promise<readonly string[]> {
    try {
      return await this.completions.of(prompt, name, value);
    } catch (error) {
      if (error instanceof PiiRejectedError) await this.log.denied(COMPLETE, PII_REJECTED);
      else await this.log.failed(COMPLETE, 'completion_failed');
      return this.errors.ofHandler(prompt.name, error);
    }
  }

  private isPermitted(prompt: DeclaredPrompt, channel: CallChannel): boolean {
    return this.scopes.permits(channel.principal, prompt.requirement);
  }

  private async refuseUnknown(method: string): Promise<never> {
    await this.log.failed(method, 'unknown_prompt');
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      'Unknown prompt: ask prompts/list for those you may use',
    );
  }
}

function messagesOf(body: PromptBody): GetPromptResult['messages'] {
  if (typeof body !== 'string') return [...body];
  return [{ role: 'user', content: { type: 'text', text: body } }];
}
