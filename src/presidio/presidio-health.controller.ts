import { Controller, Get, Header, HttpCode } from '@nestjs/common';
import { ServiceUnavailableError } from '../common/problem-error.js';
import { Public } from '../common/public.decorator.js';
import { Readiness } from '../common/readiness.js';

/** What clients of Presidio ask before their first request; `/health` says the same with reasons. */
@Controller('pii/health')
@Public()
export class PresidioHealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async health(): Promise<string> {
    const reasons = [...(await this.readiness.check()).values()];
    if (reasons.some((reason) => reason !== undefined))
      throw new ServiceUnavailableError('The service is not ready; /health says why.');
    return 'Gatehouse is up';
  }
}
