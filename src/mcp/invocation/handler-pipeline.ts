import { Injectable } from '@nestjs/common';
import { ExternalContextCreator } from '@nestjs/core';
import type { ParamsFactory } from '@nestjs/core/helpers/external-context-creator.js';
import { MCP_CONTEXT } from '../../common/mcp-call.js';
import { RequestContext } from '../../common/request-context.js';
import { HANDLER_PARAMETERS_METADATA, HandlerParameter } from '../declarations/handler-parameters.js';
import { McpRegistry } from '../registry/mcp-registry.js';
import type { ServedHandler } from '../registry/served.js';
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
  private readonly handlers = new WeakMap<ServedHandler, Handler>();
  private isPrepared = false;

  constructor(
    private readonly registry: McpRegistry,
    private readonly externalContexts: ExternalContextCreator,
  ) {}

  prepare(): void {
    this.isPrepared = true;
    for (const served of this.registry.declared) this.handlerOf(served);
  }

  /**
   * Runs the call in a request context of its own, so that the decisions of calls that arrived together do not mix.
   *
   * @throws whatever a guard, a policy or the handler throws.
   */
  run(served: ServedHandler, invocation: McpInvocation): Promise<unknown> {
    const request = RequestContext.current();
    if (!this.isPrepared || request === undefined)
      throw new Error('MCP handlers run inside of a request, after the boot');
    const handler = this.handlerOf(served);
    return RequestContext.run(request.fork(), () => handler(invocation));
  }

  private handlerOf(served: ServedHandler): Handler {
    const handler = this.handlers.get(served) ?? this.create(served);
    this.handlers.set(served, handler);
    return handler;
  }

  private create({ method, name, instance: owner }: ServedHandler): Handler {
    const instance = owner as Record<string, (...parameters: unknown[]) => unknown>;
    const callback = instance[method];
    if (callback === undefined) throw new Error(`${name} has no method ${method}`);
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
