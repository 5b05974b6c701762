import { Logger } from '@nestjs/common';
import {
  ProtocolError,
  Server,
  type Result,
  type ServerContext,
  type ServerOptions,
} from '@modelcontextprotocol/server';
import { toProtocolError } from '../protocol/error-results.js';
import { MethodTable, SERVED_METHODS } from '../protocol/method-table.js';
import { RequestLog } from '../protocol/request-log.js';
import { ResourceMethods } from '../protocol/resource-methods.js';
import { LIST_CACHE, READ_CACHE, SERVER_CAPABILITIES } from '../protocol/server-identity.js';
import type { EndpointDescription } from './endpoint-description.js';
import { exchangeOf, type Exchange } from './exchange.js';
import { sdkChannel } from './sdk-channel.js';

type SdkHandler = (request: { params?: unknown }, context: ServerContext) => Promise<Result>;

/** Builds SDK servers whose requests are answered by our method table. */
export class SdkServers {
  private readonly logger = new Logger(SdkServers.name);
  private readonly options: ServerOptions = {
    capabilities: SERVER_CAPABILITIES,
    cacheHints: {
      'tools/list': LIST_CACHE,
      'resources/list': LIST_CACHE,
      'resources/templates/list': LIST_CACHE,
      'prompts/list': LIST_CACHE,
      'server/discover': LIST_CACHE,
      'resources/read': READ_CACHE,
    },
  };

  constructor(
    private readonly endpoint: EndpointDescription,
    private readonly table: MethodTable,
    private readonly resources: ResourceMethods,
    private readonly log: RequestLog,
  ) {}

  /** For one 2026-07-28 request, or as the base of a session. */
  create(): Server {
    const server = new Server(this.endpoint.identity(), {
      ...this.options,
      instructions: this.endpoint.instructions(),
    });
    for (const method of SERVED_METHODS) {
      server.setRequestHandler(
        method,
        this.handler((params, context, exchange) =>
          this.table.serve(method, params, sdkChannel(context, exchange)),
        ) as never,
      );
    }
    server.onerror = (error) => this.logger.debug({ msg: 'MCP SDK refused a message', err: error });
    return server;
  }

  /** For a session of a 2025 revision, with the requests only those know. */
  createForSession(): Server {
    const server = this.create();
    server.setRequestHandler('logging/setLevel', async ({ params }, context) => {
      const { session } = exchangeOf(context);
      if (session !== undefined) session.logLevel = params.level;
      await this.log.succeeded('logging/setLevel');
      return {};
    });
    server.setRequestHandler('resources/subscribe', ({ params }, context) =>
      this.subscribe(params.uri, context),
    );
    server.setRequestHandler('resources/unsubscribe', ({ params }, context) =>
      this.unsubscribe(params.uri, context),
    );
    return server;
  }

  private async subscribe(uri: string, context: ServerContext): Promise<Result> {
    const exchange = exchangeOf(context);
    const make = () => this.resources.subscribe(uri, sdkChannel(context, exchange));
    const isKept = await exchange.session?.subscribe(uri, make);
    return isKept === false ? this.resources.refuseMoreSubscriptions() : {};
  }

  private async unsubscribe(uri: string, context: ServerContext): Promise<Result> {
    await this.resources.unsubscribe(exchangeOf(context).session?.takeSubscription(uri));
    return {};
  }

  private handler(
    serve: (params: unknown, context: ServerContext, exchange: Exchange) => Promise<Result>,
  ): SdkHandler {
    return async ({ params }, context) => {
      const exchange = exchangeOf(context);
      exchange.reached = true;
      try {
        return await serve(params, context, exchange);
      } catch (error) {
        if (!(error instanceof ProtocolError)) exchange.failure = error;
        // The SDK would send the message of any error as it is.
        throw toProtocolError(error);
      }
    };
  }
}
