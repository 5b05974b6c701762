import { Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { PUSHED_AUTHORIZATION_PATH } from '../oauth-endpoints.js';
import { toFormRequest } from '../token/form-request.js';
import {
  PushedAuthorizationEndpoint,
  type PushedAuthorizationResponse,
} from './pushed-authorization-endpoint.js';

/** The pushed authorization request endpoint (RFC 9126). Public: the client authenticates in the request itself. */
@Controller()
@Public()
export class PushedAuthorizationController {
  constructor(private readonly endpoint: PushedAuthorizationEndpoint) {}

  @Post(PUSHED_AUTHORIZATION_PATH)
  @HttpCode(201)
  @Header('Cache-Control', 'no-store')
  @Header('Pragma', 'no-cache')
  push(@Req() request: FastifyRequest): Promise<PushedAuthorizationResponse> {
    return this.endpoint.push(toFormRequest(request));
  }
}
