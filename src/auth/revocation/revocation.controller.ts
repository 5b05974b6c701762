import { Controller, Header, HttpCode, NotFoundException, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../common/public.decorator.js';
import { Configuration } from '../../config/index.js';
import { REVOCATION_PATHS } from '../oauth-endpoints.js';
import { toFormRequest } from '../token/form-request.js';
import { TokenRevocation } from './token-revocation.js';

/** The revocation endpoint (RFC 7009 §2). Public: the client authenticates in the request itself. */
@Controller()
@Public()
export class RevocationController {
  constructor(
    private readonly revocation: TokenRevocation,
    private readonly configuration: Configuration,
  ) {}

  @Post([...REVOCATION_PATHS])
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Header('Pragma', 'no-cache')
  async revoke(@Req() request: FastifyRequest): Promise<Record<string, never>> {
    if (!this.configuration.tokens.isRevocationOffered) throw new NotFoundException();
    await this.revocation.revoke(toFormRequest(request));
    // RFC 7009 §2.2 gives the body no meaning; some clients cannot read an answer that is not JSON.
    return {};
  }
}
