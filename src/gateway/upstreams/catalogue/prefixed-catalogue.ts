import type {
  Catalogue,
  FoundResource,
  ServedPrompt,
  ServedResource,
  ServedTool,
} from '../../../mcp/index.js';
import { RelayedPrompt } from './relayed-prompt.js';
import { RelayedResource } from './relayed-resource.js';
import { RelayedTool } from './relayed-tool.js';

/** A catalogue as it is seen among others: names of tools and prompts have a prefix, URIs stay as they are. */
export class PrefixedCatalogue implements Catalogue {
  private readonly known = new WeakMap<object, ServedTool | ServedPrompt>();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly prefix: string,
  ) {}

  get tools(): readonly ServedTool[] {
    return this.catalogue.tools.map((tool) => this.prefixed(tool as RelayedTool));
  }

  get prompts(): readonly ServedPrompt[] {
    return this.catalogue.prompts.map((prompt) => this.prefixed(prompt as RelayedPrompt));
  }

  get resources(): readonly ServedResource[] {
    return this.catalogue.resources;
  }

  tool(name: string): ServedTool | undefined {
    const tool = this.bare(name, (bare) => this.catalogue.tool(bare));
    return tool && this.prefixed(tool as RelayedTool);
  }

  prompt(name: string): ServedPrompt | undefined {
    const prompt = this.bare(name, (bare) => this.catalogue.prompt(bare));
    return prompt && this.prefixed(prompt as RelayedPrompt);
  }

  /** Among others, only what stands in its lists: whose an unlisted URI would be, nobody could tell. */
  resource(uri: string): FoundResource | undefined {
    const found = this.catalogue.resource(uri);
    return (found?.resource as RelayedResource | undefined)?.isListed === true ? found : undefined;
  }

  resourceNamed(uri: string): ServedResource | undefined {
    return this.catalogue.resourceNamed(uri);
  }

  private bare<T>(name: string, find: (bare: string) => T | undefined): T | undefined {
    return name.startsWith(this.prefix) ? find(name.slice(this.prefix.length)) : undefined;
  }

  /** The very same each time: what is prepared for a handler is kept by it. */
  private prefixed<T extends RelayedTool | RelayedPrompt>(served: T): T {
    const known = this.known.get(served) as T | undefined;
    if (known !== undefined) return known;
    const named = served.named(`${this.prefix}${served.listing.name}`) as T;
    this.known.set(served, named);
    return named;
  }
}
