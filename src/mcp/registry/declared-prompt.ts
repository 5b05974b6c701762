import type { GetPromptResult, Prompt } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import type { PromptBody, PromptDeclaration, PromptHandler } from '../declarations/mcp-prompt.decorator.js';
import { InvalidArgumentsError } from '../invocation/invalid-arguments.error.js';
import { McpInvocation } from '../invocation/mcp-invocation.js';
import type { ServedPrompt } from './served.js';
import type { Suggestions } from './suggestions.js';

/** A prompt found in the application. */
export class DeclaredPrompt implements ServedPrompt {
  readonly kind = 'prompt';
  readonly method = 'render';
  /** Its entry in `prompts/list`. */
  readonly listing: Prompt;

  constructor(
    readonly declaration: PromptDeclaration,
    readonly instance: PromptHandler<unknown>,
    readonly requirement: ScopeRequirement,
  ) {
    this.listing = listingOf(declaration);
  }

  get name(): string {
    return this.declaration.name;
  }

  get origin(): string {
    return `prompt:${this.name}`;
  }

  get isInteractive(): boolean {
    return this.declaration.interactive === true;
  }

  /** Nothing when it has no completion. */
  complete(argument: string, value: string): Promise<Suggestions> | Suggestions {
    return this.instance.complete?.(argument, value) ?? [];
  }

  resultOf(
    _invocation: McpInvocation,
    answer: unknown,
    description: () => string | undefined,
  ): GetPromptResult {
    return { description: description(), messages: messagesOf(answer as PromptBody) };
  }

  /** A rendering with checked arguments; a mismatch is kept in it and refused inside the pipeline. */
  invoke(rawArguments: unknown): McpInvocation {
    return new McpInvocation('prompt', this.name, rawArguments ?? {}, (sent) => {
      const parsed = this.declaration.arguments?.safeParse(sent);
      if (parsed?.success !== false) return { arguments: parsed?.data ?? {} };
      return { arguments: sent, refusal: new InvalidArgumentsError(this.name, parsed.error.issues) };
    });
  }
}

function messagesOf(body: PromptBody): GetPromptResult['messages'] {
  if (typeof body !== 'string') return [...body];
  return [{ role: 'user', content: { type: 'text', text: body } }];
}

function listingOf(declaration: PromptDeclaration): Prompt {
  const shape: Readonly<Record<string, z.core.$ZodType>> = declaration.arguments?.shape ?? {};
  return {
    name: declaration.name,
    ...(declaration.title !== undefined && { title: declaration.title }),
    description: declaration.description,
    arguments: Object.entries(shape).map(([name, schema]) => argumentOf(name, schema as z.ZodType)),
  };
}

function argumentOf(name: string, schema: z.ZodType): NonNullable<Prompt['arguments']>[number] {
  const { description } = schema;
  return {
    name,
    ...(description !== undefined && { description }),
    required: !schema.safeParse(undefined).success,
  };
}
