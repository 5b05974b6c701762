import { Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { TOKEN_PATHS } from '../oauth-endpoints.js';
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
    return this.endpoint.exchange({
      // A request without any body has none of the parameters.
      form: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
      query: request.query as Record<string, unknown>,
      authorization: authorizationOf(request.raw.rawHeaders),
      address: request.ip,
    });
  }
}

/** Node keeps only the first of several Authorization fields; a second one must be seen to be refused. */
function authorizationOf(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter(
    (_value, index) => index % 2 === 1 && isAuthorization(rawHeaders[index - 1] ?? ''),
  );
}

function isAuthorization(name: string): boolean {
  return name.length === 'authorization'.length && name.toLowerCase() === 'authorization';
}
