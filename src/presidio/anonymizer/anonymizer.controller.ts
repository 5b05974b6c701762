import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CurrentPrincipal } from '../../auth/index.js';
import type { Principal } from '../../common/principal.js';
import { Scopes } from '../../common/scopes.decorator.js';
import { PiiPolicy } from '../../security/index.js';
import {
  anonymizeRequest,
  deanonymizeRequest,
  type AnonymizeRequest,
  type DeanonymizeRequest,
} from './anonymize-request.schema.js';
import { Anonymization } from './anonymization.js';
import type { ReplacedText } from './replace-results.js';

/** Presidio's anonymizer: changes the parts of a text that are named. */
@Controller('pii')
@Scopes('pii.analyze')
// What is hidden and what stays is what the caller asks for here.
@PiiPolicy({ in: 'keep', out: 'keep' })
export class AnonymizerController {
  constructor(private readonly anonymization: Anonymization) {}

  @Post('anonymize')
  @HttpCode(200)
  anonymize(
    @Body({ schema: anonymizeRequest }) request: AnonymizeRequest,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ReplacedText> {
    return this.anonymization.anonymize(request, caller);
  }

  @Post('deanonymize')
  @HttpCode(200)
  deanonymize(
    @Body({ schema: deanonymizeRequest }) request: DeanonymizeRequest,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ReplacedText> {
    return this.anonymization.deanonymize(request, caller);
  }

  @Get('anonymizers')
  anonymizers(): string[] {
    return this.anonymization.anonymizerNames;
  }

  @Get('deanonymizers')
  deanonymizers(): string[] {
    return this.anonymization.deanonymizerNames;
  }
}
