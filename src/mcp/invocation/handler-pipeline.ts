import { Injectable } from '@nestjs/common';
import { ExternalContextCreator } from '@nestjs/core';
import type { ParamsFactory } from '@nestjs/core/helpers/external-context-creator.js';
import { MCP_CONTEXT } from '../../common/mcp-call.js';
import { RequestContext } from '../../common/request-context.js';
import { HANDLER_PARAMETERS_METADATA, HandlerParameter } from '../declarations/handler-parameters.js';
import { McpRegistry, type Declared } from '../registry/mcp-registry.js';
import type { McpInvocation } from './mcp-invocation.js';

type Handler = (invocation: McpInvocation) => Promise<unknown>;

/** What pipes and the handler receive, read when they run: after policies have changed the arguments. */
const PARAMETERS: ParamsFactory = {
  exchangeKeyForValue(parameter: number, _data: unknown, [invocation]: [McpInvocation]): unknown {
    return parameter === (HandlerParameter.Input as number) ? invocation.input() : invocation.context;
  },
};

/**
 * Runs handlers as Nest runs routes: the same global guards, interceptors and pipes.
 * Prepared once the application has booted; before that global guards do not exist yet,
 * and every handler would be open.
 */
@Injectable()
export class HandlerPipeline {
  private readonly handlers = new Map<Declared, Handler>();

  constructor(
    private readonly registry: McpRegistry,
    private readonly externalContexts: ExternalContextCreator,
  ) {}

  prepare(): void {
    const { tools, resources, prompts } = this.registry;
    for (const declared of [...tools, ...resources, ...prompts])
      this.handlers.set(declared, this.handlerOf(declared));
  }

  /**
   * Runs the call in a request context of its own, so that the decisions of calls that arrived together do not mix.
   *
   * @throws whatever a guard, a policy or the handler throws.
   */
  run(declared: Declared, invocation: McpInvocation): Promise<unknown> {
    const handler = this.handlers.get(declared);
    const request = RequestContext.current();
    if (handler === undefined || request === undefined)
      throw new Error('MCP handlers run inside of a request, after the boot');
    return RequestContext.run(request.fork(), () => handler(invocation));
  }

  private handlerOf(declared: Declared): Handler {
    const { method } = declared;
    const instance = declared.instance as unknown as Record<string, (...parameters: unknown[]) => unknown>;
    const callback = instance[method];
    if (callback === undefined) throw new Error(`${declared.name} has no method ${method}`);
    return this.externalContexts.create(
      instance,
      callback,
      method,
      HANDLER_PARAMETERS_METADATA,
      PARAMETERS,
      undefined,
      undefined,
      { guards: true, interceptors: true, filters: false },
      MCP_CONTEXT,
    ) as Handler;
  }
}
