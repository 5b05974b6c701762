import type { Tool } from '@modelcontextprotocol/server';
import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import type { ToolDeclaration, ToolHandler } from '../declarations/tool-declaration.js';
import { InvalidArgumentsError } from '../invocation/invalid-arguments.error.js';
import { InvalidOutputError } from '../invocation/invalid-output.error.js';
import { McpInvocation } from '../invocation/mcp-invocation.js';
import { inputSchemaOf, outputSchemaOf } from './json-schema.js';

/** A tool found in the application: its declaration, its instance, and what is computed once from them. */
export class DeclaredTool {
  readonly kind = 'tool';
  readonly method = 'execute';
  /** Its entry in `tools/list`. */
  readonly listing: Tool;

  constructor(
    readonly declaration: ToolDeclaration,
    readonly instance: ToolHandler<unknown, unknown>,
    readonly requirement: ScopeRequirement,
  ) {
    this.listing = listingOf(declaration);
  }

  get name(): string {
    return this.declaration.name;
  }

  /** A call with checked arguments; a mismatch is kept in it and refused inside the pipeline. */
  invoke(rawArguments: unknown): McpInvocation {
    const parsed = this.declaration.input.safeParse(rawArguments ?? {});
    if (parsed.success) return new McpInvocation('tool', this.name, parsed.data);
    return new McpInvocation(
      'tool',
      this.name,
      rawArguments,
      new InvalidArgumentsError(this.name, parsed.error.issues),
    );
  }

  /** @throws InvalidOutputError when a policy changed the output so that it no longer matches its schema. */
  assertOutput(output: unknown): void {
    if (this.declaration.output?.safeParse(output).success === false) throw new InvalidOutputError(this.name);
  }
}

function listingOf(declaration: ToolDeclaration): Tool {
  return {
    name: declaration.name,
    ...(declaration.title !== undefined && { title: declaration.title }),
    description: declaration.description,
    inputSchema: inputSchemaOf(declaration.input),
    ...(declaration.output !== undefined && { outputSchema: outputSchemaOf(declaration.output) }),
    ...(declaration.annotations !== undefined && { annotations: declaration.annotations }),
  };
}
