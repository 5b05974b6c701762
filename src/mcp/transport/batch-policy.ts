import type { Principal } from '../../common/principal.js';
import { askingTooOften, RequestAllowance, type RateVerdict } from '../../auth/index.js';
import { RequestLog } from '../protocol/request-log.js';
import { batchTooLarge } from './mcp-errors.js';

/** The SDK takes no more either; but it is asked only after each message has been looked at and recorded. */
const MOST_MESSAGES = 100;
const BATCH = 'batch';

/** JSON-RPC batches (MCP 2025-03-26): many requests in one must cost their sender as much as many alone. */
export class BatchPolicy {
  constructor(
    private readonly allowance: RequestAllowance,
    private readonly log: RequestLog,
  ) {}

  /**
   * Counts every message but the first, which was counted as the HTTP request. A refusal is one record.
   *
   * @throws ProblemError 400 for a batch that is too large, TooManyRequestsError when the allowance ends within it.
   */
  async check(body: unknown, principal: Principal): Promise<void> {
    if (!Array.isArray(body)) return;
    if (body.length > MOST_MESSAGES) {
      await this.log.failed(BATCH, 'batch_too_large');
      throw batchTooLarge(MOST_MESSAGES);
    }
    for (let counted = 1; counted < body.length; counted += 1) {
      const verdict = this.allowance.consume(principal);
      if (!verdict.allowed) await this.refuse(verdict);
    }
  }

  private async refuse(verdict: RateVerdict): Promise<never> {
    if (verdict.firstRefusal) await this.log.denied(BATCH, 'rate_limited');
    throw askingTooOften(verdict);
  }
}
