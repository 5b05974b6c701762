import { Injectable } from '@nestjs/common';
import type { Client } from '../../clients/client.js';
import { UnauthorizedClientError, UnsupportedGrantTypeError } from '../../errors/oauth-errors.js';
import { AuthorizationCodeGrant } from './authorization-code.grant.js';
import { ClientCredentialsGrant } from './client-credentials.grant.js';
import type { GrantHandler } from './grant-handler.js';
import { RefreshTokenGrant } from './refresh-token.grant.js';

/** Every grant the server offers; a new one is a file and a line here. */
@Injectable()
export class GrantHandlers {
  private readonly byType: ReadonlyMap<string, GrantHandler>;

  constructor(
    authorizationCode: AuthorizationCodeGrant,
    clientCredentials: ClientCredentialsGrant,
    refreshToken: RefreshTokenGrant,
  ) {
    const handlers: GrantHandler[] = [authorizationCode, clientCredentials, refreshToken];
    this.byType = new Map(handlers.map((handler) => [handler.grantType, handler]));
  }

  /** `grant_types_supported` (RFC 8414 §2). */
  get grantTypes(): string[] {
    return [...this.byType.keys()];
  }

  /** @throws UnsupportedGrantTypeError, or UnauthorizedClientError when the client is not registered for it. */
  select(grantType: string, client: Client): GrantHandler {
    const handler = this.byType.get(grantType);
    if (handler === undefined) {
      throw new UnsupportedGrantTypeError(`This server offers: ${this.grantTypes.join(', ')}.`);
    }
    if (!client.grantTypes.includes(grantType)) {
      throw new UnauthorizedClientError('The client is not registered for this grant.');
    }
    return handler;
  }
}
