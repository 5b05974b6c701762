import { Logger } from '@nestjs/common';
import { createMcpHandler, type McpHttpHandler } from '@modelcontextprotocol/server';
import type { McpChange } from '../context/mcp-context.js';
import type { ChangeNotices } from '../protocol/change-notices.js';
import { authInfoOf, type Exchange } from './exchange.js';
import type { SdkServers } from './sdk-servers.js';

/** Serves 2026-07-28: every request stands alone; `subscriptions/listen` is a long one. */
export class StatelessRequests {
  private readonly logger = new Logger(StatelessRequests.name);
  private readonly handler: McpHttpHandler;

  constructor(servers: SdkServers, changes: ChangeNotices) {
    this.handler = createMcpHandler(() => servers.create(), {
      legacy: 'reject',
      onerror: (error) => this.logger.debug({ msg: 'MCP SDK refused a request', err: error }),
    });
    changes.onChange((change) => this.notify(change));
  }

  close(): Promise<void> {
    return this.handler.close();
  }

  serve(request: Request, body: unknown, exchange: Exchange): Promise<Response> {
    return this.handler.fetch(request, { authInfo: authInfoOf(exchange), parsedBody: body });
  }

  private notify(change: McpChange): void {
    const { notify } = this.handler;
    if (change.kind === 'resource') notify.resourceUpdated(change.uri);
    else if (change.kind === 'tools') notify.toolsChanged();
    else if (change.kind === 'prompts') notify.promptsChanged();
    else notify.resourcesChanged();
  }
}
