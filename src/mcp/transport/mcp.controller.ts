import { All, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditedElsewhere } from '../../audit/index.js';
import { ProtectedResource } from '../../common/protected-resource.decorator.js';
import { RequestContext } from '../../common/request-context.js';
import { Scopes } from '../../common/scopes.decorator.js';
import { SessionOperations } from '../sessions/session-operations.js';
import { methodNotAllowed } from './mcp-errors.js';
import { OriginPolicy } from './origin-policy.js';
import { PostRequests } from './post-requests.js';

/** The MCP endpoint (Streamable HTTP). Who calls, and how often, the global guards have decided already. */
@Controller('mcp')
@ProtectedResource('/mcp')
@Scopes('mcp.access')
@AuditedElsewhere()
export class McpController {
  constructor(
    private readonly origins: OriginPolicy,
    private readonly posts: PostRequests,
    private readonly sessions: SessionOperations,
  ) {}

  @All()
  async serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const principal = RequestContext.principal();
    if (principal === undefined)
      throw new Error('The MCP endpoint was reached without an authenticated caller');
    await this.origins.check(request.headers.origin, request.method);
    if (request.method === 'POST') return this.posts.serve(request, reply, principal);
    if (request.method === 'GET' || request.method === 'DELETE')
      return this.sessions.serve(request, reply, principal);
    throw methodNotAllowed('GET, POST, DELETE');
  }
}
