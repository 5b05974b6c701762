import { Injectable, Logger } from '@nestjs/common';
import { Configuration } from '../../../config/index.js';
import { UpstreamAuthorizations } from '../credentials/upstream-authorizations.js';
import { AuthorizationError } from '../oauth/authorization-error.js';
import { personalUpstreams } from './personal-upstreams.js';
import type { GrantEnd, UpstreamGrant } from './upstream-grant.js';
import { UpstreamGrants } from './upstream-grants.js';

/** Ends grants: here at once, and where they came from as well as that can be done. */
@Injectable()
export class GrantRevocation {
  private readonly logger = new Logger(GrantRevocation.name);

  constructor(
    private readonly grants: UpstreamGrants,
    private readonly authorizations: UpstreamAuthorizations,
    private readonly configuration: Configuration,
  ) {}

  /** Whether there was one. Once this resolves no replica uses it for longer than the change feed takes. */
  async revoke(
    upstream: string,
    userId: string,
    reason: Extract<GrantEnd, `revoked_by_${string}`>,
  ): Promise<boolean> {
    const grant = await this.grants.revoke(upstream, userId, reason);
    if (grant === undefined) return false;
    await this.revokeThere(grant).catch((error: unknown) => {
      if (!(error instanceof AuthorizationError)) throw error;
      // It is over here; there it ends by itself, or by the person's own hand.
      this.logger.warn({
        msg: 'A grant could not be revoked at its authorization server',
        upstream,
        reason: error.reason,
      });
    });
    return true;
  }

  /** RFC 7009 §2.1: with the refresh token its access tokens end, too. */
  private async revokeThere({ upstream, issuer, accessToken, refreshToken }: UpstreamGrant): Promise<void> {
    const declared = personalUpstreams(this.configuration).find(({ name }) => name === upstream);
    if (declared === undefined) return;
    const client = await this.authorizations.of(upstream, declared.transport, declared.identity).client();
    // Its tokens are for nobody else to see.
    if (client.server.metadata.issuer === issuer) await client.revoke(refreshToken ?? accessToken);
  }
}
