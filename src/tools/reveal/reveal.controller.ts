import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { Scopes } from '../../common/scopes.decorator.js';
import { PiiPolicy } from '../../security/index.js';
import { revealRequest, type RevealAnswer, type RevealRequest } from './reveal-request.schema.js';
import { Reveals } from './reveals.js';

/** Encrypted values in clear, for whoever has the scope and a reason. */
@Controller('pii/reveal')
@Scopes('pii.reveal')
// Showing values is what it is for.
@PiiPolicy({ in: 'keep', out: 'keep' })
export class RevealController {
  constructor(private readonly reveals: Reveals) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  reveal(@Body({ schema: revealRequest }) request: RevealRequest): Promise<RevealAnswer> {
    return this.reveals.reveal(request);
  }
}
