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
import { HandlerCalls } from '../invocation/handler-calls.js';
import type { Catalogue, Served } from '../registry/served.js';
import type { Suggestions } from '../registry/suggestions.js';
import type { CallChannel } from './call-channel.js';
import { Completions } from './completions.js';
import { ErrorResults } from './error-results.js';
import { ProtectedListings } from './protected-listings.js';
import { RequestLog } from './request-log.js';

/** MCP, completion: at most this many values in one answer. */
const COMPLETIONS = 100;
const COMPLETE = 'completion/complete';

/** MCP prompts: prompts/list, prompts/get and completion of their arguments. */
export class PromptMethods {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly calls: HandlerCalls,
    private readonly completions: Completions,
    private readonly scopes: ScopeAuthority,
    private readonly errors: ErrorResults,
    private readonly log: RequestLog,
    private readonly listings: ProtectedListings,
  ) {}

  /** Only what the caller may render. */
  async list(channel: CallChannel): Promise<ListPromptsResult> {
    await this.log.succeeded('prompts/list');
    const permitted = this.catalogue.prompts.filter((prompt) => this.isPermitted(prompt, channel));
    return { prompts: this.listings.of(permitted, (prompt) => prompt.listing, channel) };
  }

  /** @throws ProtocolError, or PublicError when the whole request is to be refused. */
  async get(
    params: { name: string; arguments?: Record<string, string> },
    channel: CallChannel,
  ): Promise<GetPromptResult | InputRequiredResult> {
    const prompt = this.catalogue.prompt(params.name);
    if (prompt === undefined) return this.refuseUnknown('prompts/get');
    const invocation = prompt.invoke(params.arguments);
    try {
      return await this.calls.run(prompt, invocation, channel, (answer) =>
        prompt.resultOf(
          invocation,
          answer,
          () => this.listings.protect(prompt, prompt.listing, channel)?.description,
        ),
      );
    } catch (error) {
      return this.errors.ofHandler(prompt.name, error);
    }
  }

  /** Suggestions for an argument of a prompt or a resource template; none for what has no completion. */
  async complete(params: CompleteRequestParams, channel: CallChannel): Promise<CompleteResult> {
    const { ref } = params;
    const served =
      ref.type === 'ref/prompt' ? this.catalogue.prompt(ref.name) : this.catalogue.resourceNamed(ref.uri);
    const isKnown = served !== undefined && this.isPermitted(served, channel);
    if (!isKnown && ref.type === 'ref/prompt') return this.refuseUnknown(COMPLETE);
    const request = RequestContext.current();
    if (!isKnown || request === undefined) return this.answerCompletion([]);
    // In a context of its own, as calls are, so that the decisions of what arrived together do not mix.
    return RequestContext.run(request.fork(), async () =>
      this.answerCompletion(await this.suggestions(served, params, channel)),
    );
  }

  private async answerCompletion(suggestions: Suggestions): Promise<CompleteResult> {
    await this.log.succeeded(COMPLETE);
    return { completion: completionOf(suggestions) };
  }

  private async suggestions(
    served: Served,
    { argument, context }: CompleteRequestParams,
    { signal }: CallChannel,
  ): Promise<Suggestions> {
    try {
      return await this.completions.of(served, argument, { settled: context?.arguments, signal });
    } catch (error) {
      if (error instanceof PiiRejectedError) await this.log.denied(COMPLETE, PII_REJECTED);
      else await this.log.failed(COMPLETE, 'completion_failed');
      return this.errors.ofHandler(served.name, error);
    }
  }

  private isPermitted({ requirement }: Served, channel: CallChannel): boolean {
    return this.scopes.permits(channel.principal, requirement);
  }

  private async refuseUnknown(method: string): Promise<never> {
    await this.log.failed(method, 'unknown_prompt');
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      'Unknown prompt: ask prompts/list for those you may use',
    );
  }
}

function completionOf(suggestions: Suggestions): CompleteResult['completion'] {
  if (!isList(suggestions)) return { ...suggestions, values: suggestions.values.slice(0, COMPLETIONS) };
  return {
    values: suggestions.slice(0, COMPLETIONS),
    total: suggestions.length,
    hasMore: suggestions.length > COMPLETIONS,
  };
}

function isList(suggestions: Suggestions): suggestions is readonly string[] {
  return Array.isArray(suggestions);
}
