import {
  ProtocolError,
  ProtocolErrorCode,
  type CallToolResult,
  type InputRequiredResult,
  type ListToolsResult,
} from '@modelcontextprotocol/server';
import { ScopeAuthority } from '../../auth/index.js';
import { HandlerCalls } from '../invocation/handler-calls.js';
import type { Catalogue } from '../registry/served.js';
import type { CallChannel } from './call-channel.js';
import { ErrorResults } from './error-results.js';
import { ProtectedListings } from './protected-listings.js';
import { RequestLog } from './request-log.js';

/** MCP tools: tools/list and tools/call. */
export class ToolMethods {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly calls: HandlerCalls,
    private readonly scopes: ScopeAuthority,
    private readonly errors: ErrorResults,
    private readonly log: RequestLog,
    private readonly listings: ProtectedListings,
  ) {}

  /** Only what the caller may call; aliases are not listed. */
  async list(channel: CallChannel): Promise<ListToolsResult> {
    const permitted = this.catalogue.tools.filter((tool) =>
      this.scopes.permits(channel.principal, tool.requirement),
    );
    await this.log.succeeded('tools/list');
    return { tools: this.listings.of(permitted, (tool) => tool.listing, channel) };
  }

  /** @throws ProtocolError when no tool has the name; PublicError when the whole request is to be refused. */
  async call(
    params: { name: string; arguments?: Record<string, unknown> },
    channel: CallChannel,
  ): Promise<CallToolResult | InputRequiredResult> {
    const tool = this.catalogue.tool(params.name);
    if (tool === undefined) return this.refuseUnknown();
    const invocation = tool.invoke(params.arguments);
    try {
      return await this.calls.run(tool, invocation, channel, (answer) => tool.resultOf(invocation, answer));
    } catch (error) {
      return this.errors.ofTool(tool.name, error);
    }
  }

  private async refuseUnknown(): Promise<never> {
    await this.log.failed('tools/call', 'unknown_tool');
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      'Unknown tool: ask tools/list for those you may call',
    );
  }
}
