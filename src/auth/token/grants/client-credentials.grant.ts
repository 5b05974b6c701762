import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../audit/index.js';
import type { Client } from '../../clients/client.js';
import { TokenIssuer, type AccessToken } from '../../tokens/token-issuer.js';
import { AudienceSelection } from '../audience-selection.js';
import { ScopeSelection } from '../scope-selection.js';
import { toTokenResponse, type TokenResponse } from '../token-response.js';
import { GrantHandler, type GrantRequest } from './grant-handler.js';

/** RFC 6749 §4.4: a client acts for itself. No refresh token (§4.4.3). */
@Injectable()
export class ClientCredentialsGrant extends GrantHandler {
  readonly grantType = 'client_credentials';

  constructor(
    private readonly scopes: ScopeSelection,
    private readonly audiences: AudienceSelection,
    private readonly issuer: TokenIssuer,
    private readonly audit: AuditTrail,
  ) {
    super();
  }

  async handle({ client, parameters }: GrantRequest): Promise<TokenResponse> {
    const scopes = await this.scopes.select(client, parameters.get('scope'));
    const audience = this.audiences.select(client, parameters.getAll('resource'));
    const token = await this.issuer.issue({ client, scopes, audience });
    await this.record(client, token, audience);
    return toTokenResponse(token);
  }

  private record(client: Client, token: AccessToken, audience: readonly string[]): Promise<void> {
    return this.audit.record({
      eventType: 'token.issued',
      outcome: 'success',
      actor: { kind: 'client', subject: client.clientId, tokenId: token.jti },
      client: client.clientId,
      target: { type: 'access-token', id: token.jti },
      details: {
        grant_type: this.grantType,
        scope: token.scope,
        audience,
        expires_in: token.expiresIn,
        kid: token.kid,
      },
    });
  }
}
