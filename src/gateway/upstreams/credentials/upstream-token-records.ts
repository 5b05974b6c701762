import { Injectable, Logger } from '@nestjs/common';
import { AuditTrail, type AuditActor } from '../../../audit/index.js';
import { AuthorizationError } from '../oauth/authorization-error.js';
import type { IssuedToken } from '../oauth/issued-token.js';

/** Whose token it is, when it is not the caller's. */
const GATEHOUSE: AuditActor = { kind: 'system', subject: 'gatehouse' };

/** Puts on record what authorization servers of upstreams gave us and what not. No token is in any of it. */
@Injectable()
export class UpstreamTokenRecords {
  private readonly logger = new Logger('UpstreamTokens');

  constructor(private readonly audit: AuditTrail) {}

  /**
   * The token that `request` brings, once that is on record.
   *
   * @param isOwn whether it is Gatehouse's own, whoever's call it is asked for in.
   * @throws AuthorizationError, once that is on record; ServiceUnavailableError when it cannot be.
   */
  async recorded(
    upstream: string,
    grantType: string,
    isOwn: boolean,
    request: () => Promise<IssuedToken>,
  ): Promise<IssuedToken> {
    const common = {
      target: { type: 'upstream', id: upstream },
      ...(isOwn && { actor: GATEHOUSE }),
    };
    try {
      const token = await request();
      const { scope, expiresIn } = token;
      const details = { grant_type: grantType, scope, expires_in: expiresIn };
      await this.audit.record({ eventType: 'upstream-token.issued', outcome: 'success', ...common, details });
      return token;
    } catch (error) {
      if (!(error instanceof AuthorizationError)) throw error;
      const { reason, failure } = error;
      this.logger.warn({
        msg: 'No token for an MCP server',
        upstream,
        grant_type: grantType,
        failure,
        reason,
      });
      const details = { grant_type: grantType, failure };
      await this.audit.record({
        eventType: 'upstream-token.denied',
        outcome: 'failure',
        reason,
        ...common,
        details,
      });
      throw error;
    }
  }
}
