import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { SCOPES_METADATA, type ScopeRequirement } from '../../common/scopes.decorator.js';
import { Configuration } from '../../config/index.js';
import { PII_POLICY_METADATA, PolicyOrigins, type ResolvedPiiPolicy } from '../../security/pii/index.js';
import {
  MCP_PROMPT_METADATA,
  type PromptDeclaration,
  type PromptHandler,
} from '../declarations/mcp-prompt.decorator.js';
import {
  MCP_RESOURCE_METADATA,
  type ResourceDeclaration,
  type ResourceHandler,
} from '../declarations/mcp-resource.decorator.js';
import {
  MCP_TOOL_METADATA,
  type ToolDeclaration,
  type ToolHandler,
} from '../declarations/tool-declaration.js';
import { DeclaredPrompt } from './declared-prompt.js';
import { DeclaredResource } from './declared-resource.js';
import { DeclaredTool } from './declared-tool.js';
import { inputSchemaOf } from './json-schema.js';
import { originOf, type Schemas } from './origin-of.js';
import type {
  Catalogue,
  FoundResource,
  ServedHandler,
  ServedPrompt,
  ServedResource,
  ServedTool,
} from './served.js';
import { UndeclaredError } from './undeclared.error.js';

/** Anything that the application itself offers over MCP. */
type Declared = DeclaredTool | DeclaredResource | DeclaredPrompt;

/** A class found among the application's providers. */
interface Found {
  readonly target: new (...dependencies: never[]) => unknown;
  readonly instance: object;
}

/** Every tool, resource and prompt of the application, found by its decorator. Complete once the application has booted. */
@Injectable()
export class McpRegistry implements Catalogue {
  private readonly toolsByName = new Map<string, DeclaredTool>();
  private readonly listedTools: DeclaredTool[] = [];
  private readonly declaredResources: DeclaredResource[] = [];
  private readonly promptsByName = new Map<string, DeclaredPrompt>();
  private readonly others: Catalogue[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly configuration: Configuration,
    private readonly origins: PolicyOrigins,
  ) {}

  /** @throws UndeclaredError naming every class that lacks scopes or a policy and every name declared twice. */
  discover(): void {
    const problems = this.providers().flatMap((found) => this.register(found));
    if (problems.length > 0) throw new UndeclaredError(problems);
    this.listedTools.sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  /** Serves what another catalogue offers as well; of equal names what is found first counts. */
  add(other: Catalogue): void {
    this.others.push(other);
  }

  /** By name or alias. */
  tool(name: string): ServedTool | undefined {
    return this.toolsByName.get(name) ?? firstOf(this.others, (other) => other.tool(name));
  }

  /** In the order of their names, without aliases. */
  get tools(): readonly ServedTool[] {
    if (this.others.length === 0) return this.listedTools;
    const all = [this.listedTools, ...this.others.map((other) => other.tools)].flat();
    return unique(all, ({ listing }) => listing.name).sort((left, right) =>
      left.listing.name < right.listing.name ? -1 : 1,
    );
  }

  /**
   * The resource that answers to the URI; a fixed URI goes before templates. So it does among the others, whichever of them
   * has it: the template of one would take what another lists.
   */
  resource(uri: string): FoundResource | undefined {
    for (const resource of this.declaredResources) {
      const variables = resource.match(uri);
      if (variables !== undefined) return { resource, variables };
    }
    return (
      firstOf(this.others, (other) => fixedIn(other, uri)) ??
      firstOf(this.others, (other) => other.resource(uri))
    );
  }

  resourceNamed(uri: string): ServedResource | undefined {
    const own = this.declaredResources.find((resource) => resource.name === uri);
    return own ?? firstOf(this.others, (other) => other.resourceNamed(uri));
  }

  get resources(): readonly ServedResource[] {
    if (this.others.length === 0) return this.declaredResources;
    const all = [this.declaredResources, ...this.others.map((other) => other.resources)].flat();
    return unique(all, ({ listing }) => listing.uri);
  }

  prompt(name: string): ServedPrompt | undefined {
    return this.promptsByName.get(name) ?? firstOf(this.others, (other) => other.prompt(name));
  }

  get prompts(): readonly ServedPrompt[] {
    const own = [...this.promptsByName.values()];
    if (this.others.length === 0) return own;
    const all = [own, ...this.others.map((other) => other.prompts)].flat();
    return unique(all, ({ listing }) => listing.name);
  }

  /** Those of the application itself. */
  get declaredTools(): readonly DeclaredTool[] {
    return this.listedTools;
  }

  /** What the application itself declares. */
  get declared(): readonly ServedHandler[] {
    return [...this.listedTools, ...this.declaredResources, ...this.promptsByName.values()];
  }

  private providers(): Found[] {
    return this.discovery.getProviders().flatMap((wrapper) => {
      const { metatype: target, instance } = wrapper as { metatype: unknown; instance: unknown };
      if (typeof target !== 'function' || typeof instance !== 'object' || instance === null) return [];
      return [{ target: target as Found['target'], instance }];
    });
  }

  private register(found: Found): string[] {
    const tool = metadata<ToolDeclaration>(MCP_TOOL_METADATA, found.target);
    if (tool !== undefined) return this.registerTool(tool, found);
    const resource = metadata<ResourceDeclaration>(MCP_RESOURCE_METADATA, found.target);
    if (resource !== undefined) return this.registerResource(resource, found);
    const prompt = metadata<PromptDeclaration>(MCP_PROMPT_METADATA, found.target);
    return prompt === undefined ? [] : this.registerPrompt(prompt, found);
  }

  private registerTool(declaration: ToolDeclaration, found: Found): string[] {
    if (declaration.developmentOnly === true && this.configuration.isProduction) return [];
    const requirement = requirementOf(found.target, 'execute');
    if (requirement === undefined || !hasPolicy(found.target, 'execute'))
      return missing(found, 'execute', declaration.name);
    const tool = new DeclaredTool(declaration, found.instance as ToolHandler<unknown, unknown>, requirement);
    this.listedTools.push(tool);
    const taken = [declaration.name, ...(declaration.aliases ?? [])].flatMap((name) => {
      if (this.toolsByName.has(name)) return [`${found.target.name}: another tool is already called ${name}`];
      this.toolsByName.set(name, tool);
      return [];
    });
    const { inputSchema, outputSchema } = tool.listing;
    return [...taken, ...this.registerOrigin(tool, found, { in: inputSchema, out: outputSchema })];
  }

  private registerResource(declaration: ResourceDeclaration, found: Found): string[] {
    const requirement = requirementOf(found.target, 'read');
    if (requirement === undefined || !hasPolicy(found.target, 'read'))
      return missing(found, 'read', declaration.uri);
    if (this.declaredResources.some((resource) => resource.declaration.uri === declaration.uri)) {
      return [`${found.target.name}: another resource already has the URI ${declaration.uri}`];
    }
    const resource = new DeclaredResource(declaration, found.instance as ResourceHandler, requirement);
    if (resource.isTemplate) this.declaredResources.push(resource);
    else this.declaredResources.unshift(resource);
    return this.registerOrigin(resource, found);
  }

  private registerPrompt(declaration: PromptDeclaration, found: Found): string[] {
    const requirement = requirementOf(found.target, 'render');
    if (requirement === undefined || !hasPolicy(found.target, 'render'))
      return missing(found, 'render', declaration.name);
    if (this.promptsByName.has(declaration.name)) {
      return [`${found.target.name}: another prompt is already called ${declaration.name}`];
    }
    const prompt = new DeclaredPrompt(declaration, found.instance as PromptHandler<unknown>, requirement);
    this.promptsByName.set(declaration.name, prompt);
    const schema = declaration.arguments;
    return this.registerOrigin(prompt, found, { in: schema && inputSchemaOf(schema) });
  }

  /** What its decorator and its schemas say about personal data; returns what is wrong with the schemas. */
  private registerOrigin({ kind, name, method }: Declared, { target }: Found, schemas?: Schemas): string[] {
    const declared = declaredOn<ResolvedPiiPolicy>(PII_POLICY_METADATA, target, method)!;
    const { origin, problems } = originOf(kind, name, declared, schemas);
    this.origins.register(origin);
    return problems.map((problem) => `${target.name} (${name}): ${problem}`);
  }
}

function fixedIn(catalogue: Catalogue, uri: string): FoundResource | undefined {
  const resource = catalogue.resourceNamed(uri);
  return resource === undefined || resource.isTemplate ? undefined : { resource, variables: {} };
}

function firstOf<T>(catalogues: readonly Catalogue[], find: (catalogue: Catalogue) => T | undefined) {
  for (const catalogue of catalogues) {
    const found = find(catalogue);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first of each name. */
function unique<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  const byName = new Map<string, T>();
  for (const item of items) if (!byName.has(nameOf(item))) byName.set(nameOf(item), item);
  return [...byName.values()];
}

function metadata<T>(key: string, target: object): T | undefined {
  return Reflect.getOwnMetadata(key, target) as T | undefined;
}

/** Of the method, else of the class: the order in which guards look. */
function declaredOn<T>(key: string, target: Found['target'], method: string): T | undefined {
  const handler: unknown = (target.prototype as Record<string, unknown>)[method];
  const onMethod = typeof handler === 'function' ? metadata<T>(key, handler) : undefined;
  return onMethod ?? metadata<T>(key, target);
}

function requirementOf(target: Found['target'], method: string): ScopeRequirement | undefined {
  return declaredOn<ScopeRequirement>(SCOPES_METADATA, target, method);
}

function hasPolicy(target: Found['target'], method: string): boolean {
  return declaredOn<unknown>(PII_POLICY_METADATA, target, method) !== undefined;
}

/** Closed by default: what nobody declared is not served. */
function missing(found: Found, method: string, name: string): string[] {
  const lacks: string[] = [];
  if (requirementOf(found.target, method) === undefined) lacks.push('@Scopes()');
  if (!hasPolicy(found.target, method)) lacks.push('@PiiPolicy()');
  return [`${found.target.name} (${name}) has no ${lacks.join(' and no ')}`];
}
