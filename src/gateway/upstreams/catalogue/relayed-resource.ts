import type { ReadResourceResult, Resource, ResourceTemplateType } from '@modelcontextprotocol/server';
import {
  declareRelay,
  McpInvocation,
  RELAY_METHOD,
  UriPattern,
  type CompletionRequest,
  type RelayedHandler,
  type ServedResource,
  type Suggestions,
} from '../../../mcp/index.js';
import type { Relay } from './relay.js';
import type { RelayedOrigin } from './relayed-origin.js';
import { suggestionsOf } from './relayed-suggestions.js';

type Entry =
  | { readonly resource: Resource }
  | { readonly template: ResourceTemplateType }
  /** Whatever else there may be. */
  | { readonly unlisted: Resource };

/** A resource or resource template of an upstream; or whatever of it stands in no list, which may be read all the same. */
export class RelayedResource implements ServedResource {
  readonly kind = 'resource';
  readonly method = RELAY_METHOD;
  readonly checksCapabilities = true;
  readonly instance: RelayedHandler;
  readonly listing: Resource;
  readonly templateListing: ResourceTemplateType;
  /** Whether the upstream names it, by its URI or by a template. */
  readonly isListed: boolean;
  /** Undefined for one whose URI is fixed. */
  private readonly template: UriPattern | undefined;

  /** @throws SyntaxError when its template is none. */
  constructor(
    entry: Entry,
    private readonly relay: Relay,
    private readonly of: RelayedOrigin,
  ) {
    // The URI is the whole of what is asked, so it is the argument that the policy sees.
    this.instance = declareRelay(
      (input, context) => relay.call('resources/read', { uri: (input as { uri: string }).uri }, context),
      of,
    );
    const listing =
      'template' in entry ? { ...entry.template, uri: entry.template.uriTemplate } : resourceIn(entry);
    this.listing = listing;
    this.templateListing = 'template' in entry ? entry.template : { ...listing, uriTemplate: listing.uri };
    this.isListed = !('unlisted' in entry);
    this.template = 'template' in entry ? new UriPattern(entry.template.uriTemplate) : undefined;
  }

  /** What it costs to compare a URI with it. */
  get expressions(): number {
    return this.template?.expressions ?? 0;
  }

  get isTemplate(): boolean {
    return this.template !== undefined;
  }

  get name(): string {
    return `${this.of.upstream}/${this.listing.uri}`;
  }

  get origin(): string {
    return this.of.origin;
  }

  get limits() {
    return this.of.limits;
  }

  get requirement() {
    return this.of.requirement;
  }

  get isInteractive(): boolean {
    return this.of.isInteractive;
  }

  /** Whether it is a template that the URI belongs to. */
  matches(uri: string): boolean {
    return this.template?.matches(uri) === true;
  }

  invoke(_variables: object, uri: string): McpInvocation {
    const invocation = new McpInvocation('resource', this.name, { uri });
    return Object.assign(invocation, { origin: this.origin, takesMeta: true });
  }

  resultOf(_invocation: McpInvocation, answer: unknown): Promise<ReadResourceResult> {
    return Promise.resolve(answer as ReadResourceResult);
  }

  /** A server of 2026-07-28 has no such request; its changes are not heard of. */
  subscribe(uri: string, signal: AbortSignal): Promise<() => void> {
    return this.relay.subscribe(uri, signal);
  }

  complete(argument: string, value: string, request: CompletionRequest): Promise<Suggestions> {
    const ref = { type: 'ref/resource', uri: this.listing.uri };
    return suggestionsOf(this.relay, ref, { name: argument, value }, request);
  }
}

function resourceIn(entry: Exclude<Entry, { readonly template: unknown }>): Resource {
  return 'unlisted' in entry ? entry.unlisted : entry.resource;
}
