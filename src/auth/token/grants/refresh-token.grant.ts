import { Injectable } from '@nestjs/common';
import type { AuditEvent } from '../../../audit/index.js';
import type { Client } from '../../clients/client.js';
import { InvalidGrantError, InvalidRequestError } from '../../errors/oauth-errors.js';
import { IdTokens } from '../../id-tokens/id-tokens.js';
import type { RefreshToken } from '../../refresh-tokens/refresh-token.js';
import { RefreshTokens } from '../../refresh-tokens/refresh-tokens.js';
import { TokenIssuer, type AccessToken } from '../../tokens/token-issuer.js';
import type { User } from '../../users/user.js';
import { Users } from '../../users/users.js';
import { RefreshSelection, type Selection } from '../refresh-selection.js';
import { toTokenResponse, type TokenResponse } from '../token-response.js';
import { GrantHandler, type GrantRequest } from './grant-handler.js';

/** What is granted if the token can be replaced. */
interface Grant extends Selection {
  readonly client: Client;
  readonly refreshToken: RefreshToken;
  readonly accessToken: AccessToken;
}

/** RFC 6749 §6, with rotation and replay detection for every client (RFC 9700 §4.14.2). */
@Injectable()
export class RefreshTokenGrant extends GrantHandler {
  readonly grantType = 'refresh_token';

  constructor(
    private readonly refreshTokens: RefreshTokens,
    private readonly users: Users,
    private readonly selection: RefreshSelection,
    private readonly issuer: TokenIssuer,
    private readonly idTokens: IdTokens,
  ) {
    super();
  }

  async handle({ client, parameters }: GrantRequest): Promise<TokenResponse> {
    const presented = parameters.get('refresh_token');
    if (presented === undefined) throw new InvalidRequestError('The parameter refresh_token is missing.');
    const refreshToken = await this.find(presented, client);
    const user = await this.userOf(refreshToken);
    const selection = await this.selection.select({ client, user, family: refreshToken.family, parameters });
    const accessToken = await this.issue(client, refreshToken, selection);
    const idToken = await this.idTokenOf(client, refreshToken, selection, accessToken);
    const event = this.refreshed({ ...selection, client, refreshToken, accessToken });
    const successor = await this.refreshTokens.rotate(refreshToken, client, event);
    // Somebody else was faster: what the token has become since decides.
    if (successor === undefined) throw await this.refuse(await this.refreshTokens.find(presented));
    return { ...toTokenResponse(accessToken), refresh_token: successor, ...idToken };
  }

  /** @throws InvalidGrantError unless the token is this client's and may be used, or asked for again. */
  private async find(presented: string, client: Client): Promise<RefreshToken> {
    const found = await this.refreshTokens.find(presented);
    // Whose it is says nothing to others, and what they do to it changes nothing for its owner.
    if (found?.family.clientId !== client.clientId) throw refused(found ? 'foreign_token' : 'unknown_token');
    if (reasonOf(found) === undefined) return found;
    throw await this.refuse(found);
  }

  private async refuse(token: RefreshToken | undefined): Promise<InvalidGrantError> {
    if (token?.state === 'used') await this.refreshTokens.revokeReplayed(token);
    return refused(token === undefined ? 'unknown_token' : (reasonOf(token) ?? 'lost_race'));
  }

  private async userOf({ family }: RefreshToken): Promise<User> {
    const user = await this.users.find(family.userId);
    if (user?.status === 'active') return user;
    throw refused('user_inactive');
  }

  /** No access token outlives its family. */
  private issue(
    client: Client,
    { family, familySeconds }: RefreshToken,
    { scopes, audience }: Selection,
  ): Promise<AccessToken> {
    const { id: familyId, userId, authenticatedAt } = family;
    const ttl = Math.max(1, Math.floor(familySeconds));
    return this.issuer.issue({
      client,
      scopes,
      audience,
      ttl,
      person: { userId, familyId, authenticatedAt },
    });
  }

  /** OpenID Connect Core 1.0 §12.2: of the same login, without its nonce. */
  private async idTokenOf(
    client: Client,
    { family }: RefreshToken,
    { scopes }: Selection,
    { accessToken }: AccessToken,
  ): Promise<{ id_token?: string }> {
    if (!scopes.includes('openid')) return {};
    const { userId, sessionId, authenticatedAt } = family;
    const session = { userId, sessionId, authenticatedAt, methods: [] };
    return { id_token: await this.idTokens.issue({ client, session, nonce: undefined, accessToken }) };
  }

  /** What the record says in any case; which generation, and whether again, is added by the rotation. */
  private refreshed({ client, refreshToken, accessToken, audience }: Grant): AuditEvent {
    const { id, userId } = refreshToken.family;
    return {
      eventType: 'token.refreshed',
      outcome: 'success',
      actor: { kind: 'user', subject: userId, tokenId: accessToken.jti },
      client: client.clientId,
      target: { type: 'access-token', id: accessToken.jti },
      details: {
        grant_type: this.grantType,
        scope: accessToken.scope,
        audience,
        expires_in: accessToken.expiresIn,
        kid: accessToken.kid,
        family: id,
      },
    };
  }
}

/** Why the token cannot be used; undefined when it can. */
function reasonOf({ state, family, familySeconds }: RefreshToken): string | undefined {
  if (state === 'used') return 'refresh_token_replayed';
  if (family.isRevoked) return 'family_revoked';
  return state === 'expired' || familySeconds <= 0 ? 'refresh_token_expired' : undefined;
}

/** One answer for all: it must not tell whoever found a token what became of it. */
function refused(reason: string): InvalidGrantError {
  return new InvalidGrantError('The refresh token is not valid any more; authorize again.', { reason });
}
