import type { Prompt } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import type { PromptDeclaration, PromptHandler } from '../declarations/mcp-prompt.decorator.js';
import { InvalidArgumentsError } from '../invocation/invalid-arguments.error.js';
import { McpInvocation } from '../invocation/mcp-invocation.js';

/** A prompt found in the application. */
export class DeclaredPrompt {
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

  /** A rendering with checked arguments; a mismatch is kept in it and refused inside the pipeline. */
  invoke(rawArguments: unknown): McpInvocation {
    const parsed = this.declaration.arguments?.safeParse(rawArguments ?? {});
    if (parsed?.success === false) {
      const refusal = new InvalidArgumentsError(this.name, parsed.error.issues);
      return new McpInvocation('prompt', this.name, rawArguments, refusal);
    }
    return new McpInvocation('prompt', this.name, parsed?.data ?? {});
  }
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
