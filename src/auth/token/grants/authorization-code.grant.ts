import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEvent } from '../../../audit/index.js';
import { Transactions } from '../../../database/index.js';
import { AuthorizationCodes } from '../../authorize/authorization-codes.js';
import type { AuthorizationCode } from '../../authorize/authorization-codes.repository.js';
import type { Client } from '../../clients/client.js';
import { OAuthError } from '../../errors/oauth-error.js';
import { InvalidRequestError } from '../../errors/oauth-errors.js';
import { IdTokens } from '../../id-tokens/id-tokens.js';
import { RefreshTokens } from '../../refresh-tokens/refresh-tokens.js';
import { TokenFamilies } from '../../token-families/token-families.repository.js';
import { TokenIssuer, type AccessToken } from '../../tokens/token-issuer.js';
import { CodeSelection, refusedCode } from '../code-selection.js';
import type { FormParameters } from '../form-parameters.js';
import type { Selection } from '../refresh-selection.js';
import { toTokenResponse, type TokenResponse } from '../token-response.js';
import { GrantHandler, type GrantRequest } from './grant-handler.js';

/** What is granted if the code can be used. */
interface Grant extends Selection {
  readonly client: Client;
  readonly code: AuthorizationCode;
}

/**
 * RFC 6749 §4.1.3 with RFC 7636 §4.6. Any attempt of its own client uses a code up, be it a wrong one: whoever
 * guesses has one guess. An attempt of another client changes nothing. A second one ends the token family.
 */
@Injectable()
export class AuthorizationCodeGrant extends GrantHandler {
  readonly grantType = 'authorization_code';

  constructor(
    private readonly codes: AuthorizationCodes,
    private readonly selection: CodeSelection,
    private readonly families: TokenFamilies,
    private readonly refreshTokens: RefreshTokens,
    private readonly issuer: TokenIssuer,
    private readonly idTokens: IdTokens,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {
    super();
  }

  async handle({ client, parameters }: GrantRequest): Promise<TokenResponse> {
    const presented = parameters.get('code');
    if (presented === undefined) throw new InvalidRequestError('The parameter code is missing.');
    const code = await this.codes.find(presented, client.clientId);
    if (code?.state !== 'current') throw await this.refuseUnusable(client, code);
    const selection = await this.select(client, code, parameters);
    const grant = { ...selection, client, code };
    const accessToken = await this.issue(grant);
    const idToken = await this.idTokenOf(grant, accessToken);
    const refreshToken = await this.redeem(grant, accessToken);
    // Somebody else was faster: what the code has become since decides.
    if (refreshToken === undefined)
      throw await this.refuseUnusable(client, await this.codes.find(presented, client.clientId));
    return { ...toTokenResponse(accessToken), ...refreshToken, ...idToken };
  }

  /** @throws OAuthError once the code is used up, when it is not good for this request. */
  private async select(
    client: Client,
    code: AuthorizationCode,
    parameters: FormParameters,
  ): Promise<Selection> {
    try {
      return await this.selection.select({ client, code, parameters });
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      const isFirst = await this.codes.useUp(code);
      throw isFirst ? error : await this.refuseUnusable(client, { ...code, state: 'used' });
    }
  }

  /** RFC 6749 §4.1.2, RFC 9700 §4.5: a code that comes twice is in wrong hands, and so may be what came of it. */
  private async refuseUnusable(
    { clientId }: Client,
    code: AuthorizationCode | undefined,
  ): Promise<OAuthError> {
    if (code === undefined || code.state === 'expired') return refusedCode('unknown_code');
    if (code.state === 'current') return refusedCode('family_revoked');
    await this.transactions.run(async (transaction) => {
      await this.audit.recordWithin(transaction, replayOf(clientId, code));
      await this.families.revoke(transaction, code.familyId, 'code_replayed');
    });
    return refusedCode('code_replayed');
  }

  private issue({ client, code, scopes, audience }: Grant): Promise<AccessToken> {
    const { familyId, userId, authenticatedAt } = code;
    return this.issuer.issue({ client, scopes, audience, person: { familyId, userId, authenticatedAt } });
  }

  private async idTokenOf(
    { client, code, scopes }: Grant,
    { accessToken }: AccessToken,
  ): Promise<{ id_token?: string }> {
    if (!scopes.includes('openid')) return {};
    const { userId, sessionId, nonce, authenticatedAt, authenticationMethods: methods } = code;
    const session = { userId, sessionId, authenticatedAt, methods };
    return { id_token: await this.idTokens.issue({ client, session, nonce, accessToken }) };
  }

  /** Undefined when the code was used meanwhile, or came to its end. */
  private async redeem(
    grant: Grant,
    accessToken: AccessToken,
  ): Promise<{ refresh_token?: string } | undefined> {
    const { client, code } = grant;
    const first = client.grantTypes.includes('refresh_token') ? this.refreshTokens.first() : undefined;
    const row = { digest: first?.digest ?? null, idleSeconds: first?.idleSeconds ?? 0 };
    if (!(await this.codes.redeem(code, row, this.issued(grant, accessToken)))) return undefined;
    return first === undefined ? {} : { refresh_token: first.token };
  }

  private issued({ client, code, audience }: Grant, token: AccessToken): AuditEvent {
    return {
      eventType: 'token.issued',
      outcome: 'success',
      actor: { kind: 'user', subject: code.userId, tokenId: token.jti },
      client: client.clientId,
      target: { type: 'access-token', id: token.jti },
      details: {
        grant_type: this.grantType,
        scope: token.scope,
        audience,
        expires_in: token.expiresIn,
        kid: token.kid,
        family: code.familyId,
      },
    };
  }
}

function replayOf(clientId: string, { familyId }: AuthorizationCode): AuditEvent {
  return {
    eventType: 'code.replayed',
    outcome: 'denied',
    reason: 'code_replayed',
    client: clientId,
    target: { type: 'token-family', id: familyId },
  };
}
