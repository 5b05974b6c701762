import { Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { TOKEN_PATHS } from '../oauth-endpoints.js';
import { toFormRequest } from './form-request.js';
import { TokenEndpoint } from './token-endpoint.js';
import type { TokenResponse } from './token-response.js';

/** The token endpoint (RFC 6749 §3.2). Public: the client authenticates in the request itself. */
@Controller()
@Public()
export class TokenController {
  constructor(private readonly endpoint: TokenEndpoint) {}

  @Post([...TOKEN_PATHS])
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Header('Pragma', 'no-cache')
  token(@Req() request: FastifyRequest): Promise<TokenResponse> {
    return this.endpoint.exchange(toFormRequest(request));
  }
}
