import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MCP_CONTEXT, type McpCall } from '../../common/mcp-call.js';
import type { AuditEventType, AuditTarget } from '../../audit/index.js';

/** Resource that every tool, resource and prompt handler belongs to. */
const MCP_RESOURCE = '/mcp';
const DENIED = { tool: 'tool.denied', resource: 'resource.denied', prompt: 'prompt.denied' } as const;

/** Where Nest's pipeline stands, in the words of audit and challenges. */
export interface AccessPoint {
  readonly deniedEvent: AuditEventType;
  readonly target: AuditTarget;
  /** Path of the protected resource. */
  readonly resource: string;
}

/** Whether the handler is a tool, resource or prompt: there the only argument is the call, never a request. */
export function isMcpContext(context: ExecutionContext): boolean {
  return context.getType<string>() === MCP_CONTEXT;
}

/** The route or tool being entered. `resource` is what its controller declares; MCP handlers belong to `/mcp`. */
export function accessPointOf(context: ExecutionContext, resource: string): AccessPoint {
  if (isMcpContext(context)) {
    const { kind, name } = context.getArgByIndex<McpCall>(0);
    return { deniedEvent: DENIED[kind], target: { type: kind, id: name }, resource: MCP_RESOURCE };
  }
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  // The pattern of the route, not the URL: an identifier in a path can be personal data.
  const id = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
  return {
    deniedEvent: 'route.denied',
    target: { type: 'route', id },
    resource: resourceAt(resource, request),
  };
}

/** A controller of many resources names them by a parameter of its path, as in `/mcp/:upstream`. */
function resourceAt(resource: string, { params }: FastifyRequest): string {
  if (!resource.includes(':')) return resource;
  return resource.replace(/:(\w+)/g, (_, name: string) => (params as Record<string, string>)[name] ?? '');
}
