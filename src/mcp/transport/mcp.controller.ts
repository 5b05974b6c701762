import { All, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditedElsewhere } from '../../audit/index.js';
import { ProtectedResource } from '../../common/protected-resource.decorator.js';
import { RequestContext } from '../../common/request-context.js';
import { Scopes } from '../../common/scopes.decorator.js';
import { OwnEndpoint } from './own-endpoint.js';

/** The MCP endpoint of Gatehouse itself. */
@Controller('mcp')
@ProtectedResource('/mcp')
@Scopes('mcp.access')
@AuditedElsewhere()
export class McpController {
  constructor(private readonly own: OwnEndpoint) {}

  @All()
  async serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const principal = RequestContext.principal();
    if (principal === undefined)
      throw new Error('The MCP endpoint was reached without an authenticated caller');
    return this.own.endpoint.serve(request, reply, principal);
  }
}
