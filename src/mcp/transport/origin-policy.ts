import { ProblemError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { RequestLog } from '../protocol/request-log.js';

/** MCP, Streamable HTTP: a browser page of another origin must not reach the endpoint, DNS rebinding included. */
export class OriginPolicy {
  constructor(
    private readonly configuration: Configuration,
    private readonly log: RequestLog,
  ) {}

  /** @throws ProblemError 403 when an Origin is present and not one of the allowed. */
  async check(origin: string | undefined, method: string): Promise<void> {
    if (origin === undefined || this.isAllowed(origin.toLowerCase())) return;
    await this.log.denied(method, 'origin_not_allowed');
    throw new ProblemError(
      { status: 403, code: 'origin-not-allowed', title: 'Forbidden' },
      'Pages of this origin may not use the MCP endpoint. Add the origin to ALLOWED_ORIGINS.',
    );
  }

  private isAllowed(origin: string): boolean {
    return this.configuration.server.allowedOrigins.includes(origin);
  }
}
