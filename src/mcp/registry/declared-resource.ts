import type { ReadResourceResult, Resource, ResourceTemplateType } from '@modelcontextprotocol/server';
import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import type {
  ResourceDeclaration,
  ResourceHandler,
  ResourceVariables,
} from '../declarations/mcp-resource.decorator.js';
import { McpInvocation } from '../invocation/mcp-invocation.js';
import type { ServedResource } from './served.js';
import { UriPattern } from './uri-pattern.js';

/** A resource or resource template found in the application. */
export class DeclaredResource implements ServedResource {
  readonly kind = 'resource';
  readonly method = 'read';
  /** Its entry in `resources/list`. */
  readonly listing: Resource;
  /** Its entry in `resources/templates/list`. */
  readonly templateListing: ResourceTemplateType;
  /** Undefined when the URI is fixed. */
  private readonly template: UriPattern | undefined;

  constructor(
    readonly declaration: ResourceDeclaration,
    readonly instance: ResourceHandler,
    readonly requirement: ScopeRequirement,
  ) {
    this.template = UriPattern.isTemplate(declaration.uri) ? new UriPattern(declaration.uri) : undefined;
    this.listing = { uri: declaration.uri, ...described(declaration) };
    this.templateListing = { uriTemplate: declaration.uri, ...described(declaration) };
  }

  /** Its URI or template: what a client asks for and the audit trail shows. */
  get name(): string {
    return this.declaration.uri;
  }

  get origin(): string {
    return `resource:${this.name}`;
  }

  get isInteractive(): boolean {
    return this.declaration.interactive === true;
  }

  get isTemplate(): boolean {
    return this.template !== undefined;
  }

  /** The variables in the URI, or undefined when this resource does not answer to it. */
  match(uri: string): ResourceVariables | undefined {
    if (this.template === undefined) return uri === this.declaration.uri ? {} : undefined;
    return this.template.valuesIn(uri);
  }

  /** A read of it; named as registered, so that personal data in a URI's variables is an argument like any other. */
  invoke(variables: ResourceVariables): McpInvocation {
    return new McpInvocation('resource', this.name, variables);
  }

  async resultOf(
    invocation: McpInvocation,
    answer: unknown,
    shownUri: () => Promise<string>,
  ): Promise<ReadResourceResult> {
    return { contents: [this.contentsOf(await shownUri(), invocation, answer)] };
  }

  private contentsOf(
    uri: string,
    invocation: McpInvocation,
    result: unknown,
  ): ReadResourceResult['contents'][number] {
    const { mimeType } = this.declaration;
    if (invocation.resultShape === 'blob') return { uri, mimeType, blob: (result as { blob: string }).blob };
    return { uri, mimeType, text: typeof result === 'string' ? result : JSON.stringify(result) };
  }
}

function described(declaration: ResourceDeclaration): Omit<Resource, 'uri'> {
  const { name, title, description, mimeType } = declaration;
  return { name, ...(title !== undefined && { title }), description, mimeType };
}
