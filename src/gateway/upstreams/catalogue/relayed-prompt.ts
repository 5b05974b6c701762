import type { GetPromptResult, Prompt } from '@modelcontextprotocol/server';
import {
  declareRelay,
  McpInvocation,
  RELAY_METHOD,
  type CompletionRequest,
  type RelayedHandler,
  type ServedPrompt,
  type Suggestions,
} from '../../../mcp/index.js';
import { suggestionsOf } from './relayed-suggestions.js';
import type { Relay } from './relay.js';
import type { RelayedOrigin } from './relayed-origin.js';

/** A prompt of an upstream, by the name that the clients of one endpoint know. */
export class RelayedPrompt implements ServedPrompt {
  readonly kind = 'prompt';
  readonly method = RELAY_METHOD;
  readonly checksCapabilities = true;

  constructor(
    readonly listing: Prompt,
    readonly instance: RelayedHandler,
    private readonly relay: Relay,
    private readonly of: RelayedOrigin,
    /** By which the upstream knows it. */
    private readonly known: string,
  ) {}

  static create(definition: Prompt, relay: Relay, of: RelayedOrigin): RelayedPrompt {
    const { name } = definition;
    const instance = declareRelay(
      (input, context) =>
        relay.call('prompts/get', { name, ...(input !== undefined && { arguments: input }) }, context),
      of,
    );
    return new RelayedPrompt(definition, instance, relay, of, name);
  }

  /** The same under the name of another endpoint. */
  named(name: string): RelayedPrompt {
    return new RelayedPrompt({ ...this.listing, name }, this.instance, this.relay, this.of, this.known);
  }

  get name(): string {
    return `${this.of.upstream}/${this.known}`;
  }

  get origin(): string {
    return this.of.origin;
  }

  get limits() {
    return this.of.limits;
  }

  get requirement() {
    return this.of.requirement;
  }

  get isInteractive(): boolean {
    return this.of.isInteractive;
  }

  invoke(rawArguments: unknown): McpInvocation {
    const invocation = new McpInvocation('prompt', this.name, rawArguments);
    return Object.assign(invocation, { origin: this.origin, takesMeta: true });
  }

  resultOf(_invocation: McpInvocation, answer: unknown): GetPromptResult {
    return answer as GetPromptResult;
  }

  complete(argument: string, value: string, request: CompletionRequest): Promise<Suggestions> {
    return suggestionsOf(
      this.relay,
      { type: 'ref/prompt', name: this.known },
      { name: argument, value },
      request,
    );
  }
}
