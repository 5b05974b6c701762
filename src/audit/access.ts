import type { ExecutionContext } from '@nestjs/common';
import { MCP_CONTEXT, type McpCall } from '../common/mcp-call.js';
import type { AuditEventType, AuditTarget } from './audit-event.js';

/** What is being accessed, and the events that say so. */
export interface Access {
  readonly target: AuditTarget;
  readonly allowed: AuditEventType;
  readonly denied: AuditEventType;
}

const MCP_EVENTS = {
  tool: { allowed: 'tool.called', denied: 'tool.denied' },
  resource: { allowed: 'resource.read', denied: 'resource.denied' },
  prompt: { allowed: 'prompt.rendered', denied: 'prompt.denied' },
} as const satisfies Record<McpCall['kind'], Omit<Access, 'target'>>;

/** The parts of Fastify's request that name a route as declared, so that path parameters stay out of the record. */
interface RoutedRequest {
  readonly method: string;
  readonly routeOptions?: { readonly url?: string };
}

/** The access an execution context stands for; undefined for kinds of context nobody declared. */
export function accessOf(context: ExecutionContext): Access | undefined {
  const type: string = context.getType();
  if (type === MCP_CONTEXT) return mcpAccess(context.getArgByIndex<McpCall>(0));
  if (type !== 'http') return undefined;
  const request = context.switchToHttp().getRequest<RoutedRequest>();
  return routeAccess(request.method, request.routeOptions?.url ?? '*');
}

/** @param path the route as declared (`/clients/:id`), never the URL asked for. */
export function routeAccess(method: string, path: string): Access {
  return {
    target: { type: 'route', id: `${method} ${path}` },
    allowed: 'route.accessed',
    denied: 'route.denied',
  };
}

export function mcpAccess({ kind, name }: Pick<McpCall, 'kind' | 'name'>): Access {
  return { target: { type: kind, id: name }, ...MCP_EVENTS[kind] };
}
