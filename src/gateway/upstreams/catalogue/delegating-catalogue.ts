import type { Catalogue, FoundResource, ServedResource } from '../../../mcp/index.js';
import type { Said } from './relayed-catalogue.js';

/** A catalogue that also knows what the server says of itself. */
export interface SayingCatalogue extends Catalogue {
  readonly said: Said | undefined;
}

/** Serves from whichever catalogue there is at the moment; nothing while there is none. */
export abstract class DelegatingCatalogue implements SayingCatalogue {
  protected abstract get current(): SayingCatalogue | undefined;

  get said(): Said | undefined {
    return this.current?.said;
  }

  get tools() {
    return this.current?.tools ?? [];
  }

  get resources() {
    return this.current?.resources ?? [];
  }

  get prompts() {
    return this.current?.prompts ?? [];
  }

  tool(name: string) {
    return this.current?.tool(name);
  }

  prompt(name: string) {
    return this.current?.prompt(name);
  }

  resource(uri: string): FoundResource | undefined {
    return this.current?.resource(uri);
  }

  resourceNamed(uri: string): ServedResource | undefined {
    return this.current?.resourceNamed(uri);
  }
}
