import { All, Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KEEPS_JSON_TEXT } from '../../common/json-text.js';
import { Public } from '../../common/public.decorator.js';
import { ForwardAuth } from './forward-auth.js';
import type { Question } from './original-request.js';

/**
 * Asked by reverse proxies: nginx `auth_request`, Caddy `forward_auth`, Traefik ForwardAuth, Envoy `ext_authz`, HAProxy.
 * Public to the guards, because which token is needed depends on the server asked about: `ForwardAuth` decides alone.
 */
@ApiTags('Gateway')
@Controller('forward-auth')
@Public()
export class ForwardAuthController {
  constructor(private readonly forwardAuth: ForwardAuth) {}

  @All(':upstream')
  @RouteConfig(KEEPS_JSON_TEXT)
  async permit(
    @Param('upstream') upstream: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const headers = await this.forwardAuth.permit(upstream, questionOf(request), request.raw);
    await reply
      .status(200)
      .headers({ ...headers, 'Cache-Control': 'no-store' })
      .send('');
  }

  /** Envoy puts the path of the original request behind. */
  @All(':upstream/*')
  @RouteConfig(KEEPS_JSON_TEXT)
  permitPath(
    @Param('upstream') upstream: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.permit(upstream, request, reply);
  }
}

function questionOf({ method, headers, raw, body, jsonText }: FastifyRequest): Question {
  return { method, headers, rawHeaders: raw.rawHeaders, body, text: jsonText };
}
