import type { Catalogue, FoundResource } from '../../../mcp/index.js';
import type { RelayedPrompt } from './relayed-prompt.js';
import type { RelayedResource } from './relayed-resource.js';
import type { RelayedTool } from './relayed-tool.js';

export type McpList = 'tools' | 'prompts' | 'resources';

/** What an upstream said of itself. */
export interface Said {
  readonly identity: { readonly name: string; readonly version: string } | undefined;
  readonly instructions: string | undefined;
  /** Whether it speaks 2026-07-28, and so may answer with questions. */
  readonly isStateless: boolean;
  /** Whether it sends word when a list changes. */
  readonly tellsOfChanges: boolean;
}

interface Parts {
  readonly tools: readonly RelayedTool[];
  readonly resources: readonly RelayedResource[];
  readonly prompts: readonly RelayedPrompt[];
  /** Answers for URIs that stand in no list. */
  readonly unlisted: RelayedResource;
  readonly said: Said;
  readonly digests: Readonly<Record<McpList, string>>;
  /** Found by their names where the upstream lists none of that name. */
  readonly unlistedTool?: ((name: string) => RelayedTool | undefined) | undefined;
  readonly unlistedPrompt?: (name: string) => RelayedPrompt | undefined;
  /** Whether it stands for lists that nobody could ask for yet. */
  readonly isOfferToConnect?: boolean;
}

/** Everything that an upstream offers and scopes are declared for, at one time. */
export class RelayedCatalogue implements Catalogue {
  readonly tools: readonly RelayedTool[];
  readonly resources: readonly RelayedResource[];
  readonly prompts: readonly RelayedPrompt[];
  readonly said: Said;
  readonly digests: Parts['digests'];
  readonly isOfferToConnect: boolean;
  private readonly unlisted: RelayedResource;
  private readonly unlistedTool: Parts['unlistedTool'];
  private readonly unlistedPrompt: Parts['unlistedPrompt'];
  private readonly toolsByName: ReadonlyMap<string, RelayedTool>;
  private readonly promptsByName: ReadonlyMap<string, RelayedPrompt>;
  private readonly resourcesByUri: ReadonlyMap<string, RelayedResource>;
  private readonly templates: readonly RelayedResource[];
  private asked: { readonly uri: string; readonly resource: RelayedResource } | undefined;

  constructor({ tools, resources, prompts, unlisted, said, digests, ...others }: Parts) {
    this.tools = tools;
    this.resources = resources;
    this.prompts = prompts;
    this.unlisted = unlisted;
    this.said = said;
    this.digests = digests;
    this.isOfferToConnect = others.isOfferToConnect ?? false;
    this.unlistedTool = others.unlistedTool;
    this.unlistedPrompt = others.unlistedPrompt;
    this.toolsByName = new Map(tools.map((tool) => [tool.listing.name, tool]));
    this.promptsByName = new Map(prompts.map((prompt) => [prompt.listing.name, prompt]));
    this.resourcesByUri = new Map(resources.map((resource) => [resource.listing.uri, resource]));
    this.templates = resources.filter(({ isTemplate }) => isTemplate);
  }

  /** Whether nothing of it would look or behave otherwise. */
  equals({ digests, said }: RelayedCatalogue): boolean {
    return JSON.stringify([digests, said]) === JSON.stringify([this.digests, this.said]);
  }

  tool(name: string): RelayedTool | undefined {
    return this.toolsByName.get(name) ?? this.unlistedTool?.(name);
  }

  prompt(name: string): RelayedPrompt | undefined {
    return this.promptsByName.get(name) ?? this.unlistedPrompt?.(name);
  }

  resource(uri: string): FoundResource | undefined {
    // One request asks several times.
    if (this.asked?.uri !== uri) this.asked = { uri, resource: this.find(uri) ?? this.unlisted };
    return { resource: this.asked.resource, variables: {} };
  }

  resourceNamed(uri: string): RelayedResource | undefined {
    return this.resourcesByUri.get(uri);
  }

  private find(uri: string): RelayedResource | undefined {
    return this.resourcesByUri.get(uri) ?? this.templates.find((template) => template.matches(uri));
  }
}
