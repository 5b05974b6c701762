import { Controller, Header, HttpCode, NotFoundException, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { Configuration } from '../../config/index.js';
import { INTROSPECTION_PATH } from '../oauth-endpoints.js';
import { toFormRequest } from '../token/form-request.js';
import {
  acceptsIntrospectionJwt,
  INTROSPECTION_JWT_MEDIA_TYPE,
  IntrospectionJwt,
} from './introspection-jwt.js';
import type { IntrospectionResponse } from './introspection-response.js';
import { TokenIntrospection } from './token-introspection.js';

/** The introspection endpoint (RFC 7662 §2). Public: the caller authenticates in the request itself. */
@Controller()
@Public()
export class IntrospectionController {
  constructor(
    private readonly introspection: TokenIntrospection,
    private readonly jwt: IntrospectionJwt,
    private readonly configuration: Configuration,
  ) {}

  @Post(INTROSPECTION_PATH)
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Header('Pragma', 'no-cache')
  @Header('Vary', 'Accept')
  async introspect(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IntrospectionResponse | string> {
    if (!this.configuration.tokens.isIntrospectionOffered) throw new NotFoundException();
    const introspection = await this.introspection.introspect(toFormRequest(request));
    if (!acceptsIntrospectionJwt(request.headers.accept)) return introspection.response;
    void reply.type(INTROSPECTION_JWT_MEDIA_TYPE);
    return this.jwt.sign(introspection);
  }
}
