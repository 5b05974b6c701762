import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '../common/public.decorator.js';
import { Readiness } from '../common/readiness.js';

/** Liveness: the process answers. Readiness: what it depends on does too. */
@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  live(): object {
    return { status: 'ok' };
  }

  @Get(['', 'ready'])
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const checks = await this.readiness.check();
    const degradations = await this.readiness.checkDegradations();
    const isFailing = holdsReason(checks);
    reply.status(isFailing ? 503 : 200);
    return {
      status: isFailing ? 'unavailable' : holdsReason(degradations) ? 'degraded' : 'ok',
      checks: Object.fromEntries(
        [...checks, ...degradations].map(([name, reason]) => [name, reason ?? 'ok']),
      ),
    };
  }
}

function holdsReason(checks: ReadonlyMap<string, string | undefined>): boolean {
  return [...checks.values()].some((reason) => reason !== undefined);
}
