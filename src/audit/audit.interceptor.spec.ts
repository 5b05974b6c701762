import 'reflect-metadata';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { defer, lastValueFrom } from 'rxjs';
import type { McpCall } from '../common/mcp-call.js';
import { ServiceUnavailableError, TooManyRequestsError } from '../common/problem-error.js';
import { Public } from '../common/public.decorator.js';
import { Scopes } from '../common/scopes.decorator.js';
import { AuditTrail, type AuditEvent } from './audit-event.js';
import { AuditInterceptor } from './audit.interceptor.js';
import { AuditedElsewhere } from './audited-elsewhere.decorator.js';

class MemoryAuditTrail extends AuditTrail {
  readonly events: AuditEvent[] = [];
  failure: Error | undefined;

  async record(event: AuditEvent): Promise<void> {
    await Promise.resolve();
    if (this.failure !== undefined) throw this.failure;
    this.events.push(event);
  }

  recordWithin(_transaction: unknown, event: AuditEvent): Promise<void> {
    return this.record(event);
  }

  async recordInStatement<T>(event: AuditEvent, change: (record: []) => Promise<T | undefined>) {
    await this.record(event);
    return change([]);
  }
}

class Sample {
  plain(): void {}
  @Public()
  open(): void {}
  @AuditedElsewhere()
  own(): void {}
}

@Public()
class OpenSample {
  plain(): void {}
  @Scopes('read')
  closed(): void {}
}

const TOOL: McpCall = { kind: 'tool', name: 'lookup_inventory', arguments: { sku: 'A' } };

function contextOf(
  type: 'http' | 'mcp' | 'rpc',
  handler: keyof Sample = 'plain',
  call = TOOL,
): ExecutionContext {
  const request = { method: 'GET', routeOptions: { url: '/clients/:id' }, url: '/clients/hong@example.com' };
  return {
    getType: () => type,
    getHandler: () => Sample.prototype[handler],
    getClass: () => Sample,
    getArgByIndex: () => call,
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
}

describe('AuditInterceptor', () => {
  let trail: MemoryAuditTrail;
  const answering = (work: () => unknown): CallHandler => ({ handle: () => defer(async () => work()) });
  const run = (context: ExecutionContext, work: () => unknown) =>
    lastValueFrom(new AuditInterceptor(trail).intercept(context, answering(work)));

  beforeEach(() => {
    trail = new MemoryAuditTrail();
  });

  it('records a route as declared, not the URL asked for', async () => {
    await expect(run(contextOf('http'), () => 'hello')).resolves.toBe('hello');
    const target = { type: 'route', id: 'GET /clients/:id' };
    expect(trail.events).toEqual([{ eventType: 'route.accessed', outcome: 'success', target }]);
  });

  it.each([
    ['tool', 'tool.called'],
    ['resource', 'resource.read'],
    ['prompt', 'prompt.rendered'],
  ] as const)('records a %s', async (kind, eventType) => {
    await run(contextOf('mcp', 'plain', { ...TOOL, kind }), () => ({}));
    expect(trail.events).toEqual([
      { eventType, outcome: 'success', target: { type: kind, id: 'lookup_inventory' } },
    ]);
  });

  it('records a tool that reports an error in its result as a failure', async () => {
    await run(contextOf('mcp'), () => ({ isError: true, content: [] }));
    expect(trail.events).toMatchObject([
      { eventType: 'tool.called', outcome: 'failure', reason: 'tool_error' },
    ]);
  });

  it('records what was thrown, once, and throws it on', async () => {
    const thrown = new TypeError('boom');
    const work = () => {
      throw thrown;
    };
    await expect(run(contextOf('mcp'), work)).rejects.toBe(thrown);
    expect(trail.events).toMatchObject([
      { eventType: 'tool.called', outcome: 'failure', reason: 'type_error' },
    ]);
  });

  it('records a refusal from within as denied', async () => {
    const work = () => {
      throw new TooManyRequestsError('later', 1);
    };
    await expect(run(contextOf('mcp'), work)).rejects.toThrow('later');
    expect(trail.events).toMatchObject([
      { eventType: 'tool.denied', outcome: 'denied', reason: 'too_many_requests' },
    ]);
  });

  it.each(['open', 'own'] as const)('leaves %s handlers alone', async (handler) => {
    await expect(run(contextOf('http', handler), () => 1)).resolves.toBe(1);
    expect(trail.events).toEqual([]);
  });

  it.each([
    ['plain', 0],
    ['closed', 1],
  ] as const)('records of a public class what needs a scope only: %s', async (handler, records) => {
    const context = {
      ...contextOf('http'),
      getHandler: () => OpenSample.prototype[handler],
      getClass: () => OpenSample,
    } as unknown as ExecutionContext;
    await run(context, () => 1);
    expect(trail.events).toHaveLength(records);
  });

  it('answers 503 instead of the result when the record is not committed', async () => {
    trail.failure = new ServiceUnavailableError('no audit');
    await expect(run(contextOf('http'), () => 'secret result')).rejects.toBe(trail.failure);
  });

  it('answers 503 instead of another error as well', async () => {
    trail.failure = new ServiceUnavailableError('no audit');
    const work = () => {
      throw new Error('boom');
    };
    await expect(run(contextOf('http'), work)).rejects.toBe(trail.failure);
  });

  it('waits for the commit before it answers', async () => {
    const order: string[] = [];
    trail.record = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push('committed');
    };
    await run(contextOf('http'), () => 'x').then(() => order.push('answered'));
    expect(order).toEqual(['committed', 'answered']);
  });
});
