import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../common/public.decorator.js';
import { Metrics } from '../observability/index.js';

@Controller('metrics')
@Public()
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  /** Prometheus text. Numbers only: nothing here names a person, a client or a secret. */
  @Get()
  @Header('Cache-Control', 'no-store')
  async expose(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { contentType, text } = await this.metrics.expose();
    reply.type(contentType);
    return text;
  }
}
