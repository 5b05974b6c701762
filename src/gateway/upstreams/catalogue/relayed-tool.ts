import type { CallToolResult, Tool } from '@modelcontextprotocol/server';
import {
  declareRelay,
  McpInvocation,
  RELAY_METHOD,
  type RelayedHandler,
  type ServedTool,
} from '../../../mcp/index.js';
import type { Members } from '../peer/messages.js';
import { parameterHeaders } from './parameter-headers.js';
import type { Relay } from './relay.js';
import type { RelayedOrigin } from './relayed-origin.js';

/** A tool of an upstream, by the name that the clients of one endpoint know. */
export class RelayedTool implements ServedTool {
  readonly kind = 'tool';
  readonly method = RELAY_METHOD;
  readonly checksCapabilities = true;

  constructor(
    readonly listing: Tool,
    readonly instance: RelayedHandler,
    private readonly of: RelayedOrigin,
    /** As records name it, whichever endpoint it is called at. */
    readonly name: string,
  ) {}

  static create(definition: Tool, relay: Relay, of: RelayedOrigin): RelayedTool {
    const instance = declareRelay(
      (input, context) =>
        relay.call(
          'tools/call',
          { name: definition.name, ...(input !== undefined && { arguments: input }) },
          context,
          parameterHeaders(definition.inputSchema as Members, input),
        ),
      of,
    );
    return new RelayedTool(definition, instance, of, `${of.upstream}/${definition.name}`);
  }

  /** The same under the name of another endpoint. */
  named(name: string): RelayedTool {
    return new RelayedTool({ ...this.listing, name }, this.instance, this.of, this.name);
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

  /** Arguments go as they were sent: what they have to look like is the upstream's to say. */
  invoke(rawArguments: unknown): McpInvocation {
    const invocation = new McpInvocation('tool', this.name, rawArguments);
    return Object.assign(invocation, { origin: this.origin, takesMeta: true });
  }

  resultOf(_invocation: McpInvocation, answer: unknown): CallToolResult {
    return answer as CallToolResult;
  }
}
