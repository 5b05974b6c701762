import type { CallToolResult, Tool } from '@modelcontextprotocol/server';
import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import type { ToolDeclaration, ToolHandler } from '../declarations/tool-declaration.js';
import { InvalidArgumentsError } from '../invocation/invalid-arguments.error.js';
import { InvalidOutputError } from '../invocation/invalid-output.error.js';
import { McpInvocation } from '../invocation/mcp-invocation.js';
import { inputSchemaOf, outputSchemaOf } from './json-schema.js';
import type { ServedTool } from './served.js';

/** A tool found in the application: its declaration, its instance, and what is computed once from them. */
export class DeclaredTool implements ServedTool {
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

  get origin(): string {
    return `tool:${this.name}`;
  }

  get isInteractive(): boolean {
    return this.declaration.interactive === true;
  }

  /** A call with checked arguments; a mismatch is kept in it and refused inside the pipeline. */
  invoke(rawArguments: unknown): McpInvocation {
    return new McpInvocation('tool', this.name, rawArguments ?? {}, (sent) => {
      const parsed = this.declaration.input.safeParse(sent);
      if (parsed.success) return { arguments: parsed.data };
      return { arguments: sent, refusal: new InvalidArgumentsError(this.name, parsed.error.issues) };
    });
  }

  /** @throws InvalidOutputError when a policy changed the output so that it no longer matches its schema. */
  resultOf(invocation: McpInvocation, answer: unknown): CallToolResult {
    if (invocation.resultShape === 'content') return answer as CallToolResult;
    if (answer !== invocation.result) this.assertOutput(answer);
    return {
      content: [{ type: 'text', text: JSON.stringify(answer) }],
      structuredContent: answer as Record<string, unknown>,
    };
  }

  private assertOutput(output: unknown): void {
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
