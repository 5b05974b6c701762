import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { MCP_CONTEXT, type McpCall } from '../../common/mcp-call.js';
import { RequestContext } from '../../common/request-context.js';
import { Scopes } from '../../common/scopes.decorator.js';
import { Configuration } from '../../config/index.js';
import { PiiPolicy, PolicyOrigins } from '../../security/index.js';
import type { McpContext } from '../context/mcp-context.js';
import { McpTool } from '../declarations/mcp-tool.decorator.js';
import type { DeclaredTool } from '../registry/declared-tool.js';
import { McpRegistry } from '../registry/mcp-registry.js';
import { HandlerPipeline } from './handler-pipeline.js';

const input = z.object({ text: z.string() });
const output = z.object({ text: z.string() });

@McpTool({ name: 'echo', description: 'Echoes', input, output })
@Scopes('read')
@PiiPolicy('keep')
class EchoTool {
  execute({ text }: { text: string }): { text: string } {
    if (text === 'broken') return { wrong: text } as unknown as { text: string };
    return { text };
  }
}

/** Lets everything in but what is called "forbidden", and remembers what it saw. */
@Injectable()
class RecordingGuard implements CanActivate {
  static readonly seen: { type: string; call: McpCall; argumentCount: number }[] = [];

  canActivate(context: ExecutionContext): boolean {
    const call = context.getArgByIndex<McpCall>(0);
    RecordingGuard.seen.push({
      type: context.getType<string>(),
      call,
      argumentCount: context.getArgs().length,
    });
    return (call.arguments as { text?: string }).text !== 'forbidden';
  }
}

describe('HandlerPipeline', () => {
  let pipeline: HandlerPipeline;
  let echo: DeclaredTool;

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule],
      providers: [
        McpRegistry,
        PolicyOrigins,
        HandlerPipeline,
        EchoTool,
        { provide: Configuration, useValue: { isProduction: false } },
        { provide: APP_GUARD, useClass: RecordingGuard },
      ],
    }).compile();
    await module.init();
    module.get(McpRegistry).discover();
    pipeline = module.get(HandlerPipeline);
    pipeline.prepare();
    echo = module.get(McpRegistry).tool('echo') as DeclaredTool;
  });
  beforeEach(() => {
    RecordingGuard.seen.length = 0;
  });

  const run = (args: unknown): Promise<unknown> => {
    const trace = { traceId: '0', spanId: '0', sampled: false };
    const request = new RequestContext('test', trace, { address: '::1', userAgent: '' }, new Date());
    const invocation = echo.invoke(args).bind({} as McpContext);
    return RequestContext.run(request, () => pipeline.run(echo, invocation));
  };

  it('runs global guards on the mcp context, with the call as the only argument', async () => {
    await expect(run({ text: 'hello' })).resolves.toEqual({ text: 'hello' });
    expect(RecordingGuard.seen).toMatchObject([
      { type: MCP_CONTEXT, argumentCount: 1, call: { kind: 'tool', name: 'echo' } },
    ]);
  });

  it('does not reach the handler when a guard refuses', async () => {
    await expect(run({ text: 'forbidden' })).rejects.toThrow(/forbidden/i);
  });

  it('refuses arguments that do not match, after the guards and without repeating them', async () => {
    await expect(run({ text: { name: '홍길동' } })).rejects.toThrow(
      /^Invalid arguments for echo: text: (?!.*홍길동)/,
    );
    expect(RecordingGuard.seen).toHaveLength(1);
  });

  it('refuses an answer that does not match the output schema', async () => {
    await expect(run({ text: 'broken' })).rejects.toThrow(/does not match its output schema/);
  });

  it('runs nothing outside of a request', () => {
    expect(() => pipeline.run(echo, echo.invoke({ text: 'x' }))).toThrow(/inside of a request/);
  });
});
