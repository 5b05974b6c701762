import { All, Controller, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditedElsewhere } from '../../audit/index.js';
import { ProtectedResource } from '../../common/protected-resource.decorator.js';
import { RequestContext } from '../../common/request-context.js';
import { Scopes } from '../../common/scopes.decorator.js';
import { UpstreamEndpoints } from './upstream-endpoints.js';

/** The MCP endpoint of a relayed upstream; each is a protected resource of its own. */
@ApiTags('Gateway')
@Controller('mcp/:upstream')
@ProtectedResource('/mcp/:upstream')
@Scopes('mcp.access')
@AuditedElsewhere()
export class UpstreamController {
  constructor(private readonly endpoints: UpstreamEndpoints) {}

  @All()
  async serve(
    @Param('upstream') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const principal = RequestContext.principal();
    if (principal === undefined)
      throw new Error('An MCP endpoint was reached without an authenticated caller');
    const endpoint = this.endpoints.find(name);
    if (endpoint === undefined) throw new NotFoundException('There is no MCP endpoint of this name.');
    return endpoint.serve(request, reply, principal);
  }
}
