import { UriTemplate, type Resource, type ResourceTemplateType } from '@modelcontextprotocol/server';
import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import type {
  ResourceDeclaration,
  ResourceHandler,
  ResourceVariables,
} from '../declarations/mcp-resource.decorator.js';
import { McpInvocation } from '../invocation/mcp-invocation.js';

/** A resource or resource template found in the application. */
export class DeclaredResource {
  readonly kind = 'resource';
  readonly method = 'read';
  /** Undefined when the URI is fixed. */
  private readonly template: UriTemplate | undefined;

  constructor(
    readonly declaration: ResourceDeclaration,
    readonly instance: ResourceHandler,
    readonly requirement: ScopeRequirement,
  ) {
    this.template = UriTemplate.isTemplate(declaration.uri) ? new UriTemplate(declaration.uri) : undefined;
  }

  /** Its URI or template: what a client asks for and the audit trail shows. */
  get name(): string {
    return this.declaration.uri;
  }

  get isTemplate(): boolean {
    return this.template !== undefined;
  }

  /** Its entry in `resources/list`. */
  get listing(): Resource {
    return { uri: this.declaration.uri, ...described(this.declaration) };
  }

  /** Its entry in `resources/templates/list`. */
  get templateListing(): ResourceTemplateType {
    return { uriTemplate: this.declaration.uri, ...described(this.declaration) };
  }

  /** The variables in the URI, or undefined when this resource does not answer to it. */
  match(uri: string): ResourceVariables | undefined {
    if (this.template === undefined) return uri === this.declaration.uri ? {} : undefined;
    const variables = this.template.match(uri);
    if (variables === null) return undefined;
    return Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, [value].flat().join(',')]),
    );
  }

  /** A read of it; named as registered, so that personal data in a URI's variables is an argument like any other. */
  invoke(variables: ResourceVariables): McpInvocation {
    return new McpInvocation('resource', this.name, variables);
  }
}

function described(declaration: ResourceDeclaration): Omit<Resource, 'uri'> {
  const { name, title, description, mimeType } = declaration;
  return { name, ...(title !== undefined && { title }), description, mimeType };
}
