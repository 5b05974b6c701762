import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../audit/index.js';
import { Transactions, type Transaction } from '../../../database/index.js';
import { matchesDigest } from '../../../security/crypto/index.js';
import { AuthorizationCodes } from '../../authorize/authorization-codes.js';
import type { CodeUse } from '../../authorize/authorization-codes.repository.js';
import type { Client } from '../../clients/client.js';
import { OAuthError } from '../../errors/oauth-error.js';
import { InvalidGrantError, InvalidRequestError, InvalidTargetError } from '../../errors/oauth-errors.js';
import { IdTokens } from '../../id-tokens/id-tokens.js';
import { SigningKeys } from '../../keys/signing-keys.js';
import { RefreshTokens } from '../../refresh-tokens/refresh-tokens.js';
import { isIdentityScope } from '../../scopes/identity-scopes.js';
import { ScopeAuthority } from '../../scopes/scope-authority.js';
import { TokenFamilies } from '../../token-families/token-families.repository.js';
import { TokenIssuer, type AccessToken } from '../../tokens/token-issuer.js';
import { AudienceSelection } from '../audience-selection.js';
import { toTokenResponse, type TokenResponse } from '../token-response.js';
import { GrantHandler, type GrantRequest } from './grant-handler.js';

/** What a token request says about its code. */
interface Redemption {
  readonly client: Client;
  readonly code: string;
  readonly redirectUri: string | undefined;
  readonly verifier: string | undefined;
  readonly resources: readonly string[];
}

/** RFC 7636 §4.1. */
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/;

/**
 * RFC 6749 §4.1.3 with RFC 7636 §4.6. Any attempt of its own client uses a code up, be it a wrong one: whoever
 * guesses has one guess. An attempt of another client changes nothing. A second one ends the token family.
 */
@Injectable()
export class AuthorizationCodeGrant extends GrantHandler {
  readonly grantType = 'authorization_code';

  constructor(
    private readonly codes: AuthorizationCodes,
    private readonly families: TokenFamilies,
    private readonly refreshTokens: RefreshTokens,
    private readonly authority: ScopeAuthority,
    private readonly audiences: AudienceSelection,
    private readonly keys: SigningKeys,
    private readonly issuer: TokenIssuer,
    private readonly idTokens: IdTokens,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {
    super();
  }

  async handle({ client, parameters }: GrantRequest): Promise<TokenResponse> {
    const code = parameters.get('code');
    if (code === undefined) throw new InvalidRequestError('The parameter code is missing.');
    const redemption = {
      client,
      code,
      redirectUri: parameters.get('redirect_uri'),
      verifier: parameters.get('code_verifier'),
      resources: parameters.getAll('resource'),
    };
    await this.prepare(client);
    const outcome = await this.transactions.run((transaction) => this.redeem(transaction, redemption));
    if (outcome instanceof OAuthError) throw outcome;
    return outcome;
  }

  /** Whatever may need a connection of its own is done before the transaction takes one. */
  private async prepare(client: Client): Promise<void> {
    await this.authority.current();
    await this.keys.obtainSigningKey(client.tokenSigningAlgorithm);
    await this.keys.obtainSigningKey(client.idTokenSigningAlgorithm);
  }

  /** A refusal is returned and not thrown: that the code was used, or its family revoked, has to be committed. */
  private async redeem(
    transaction: Transaction,
    redemption: Redemption,
  ): Promise<TokenResponse | OAuthError> {
    const { client, code } = redemption;
    const use = await this.codes.use(transaction, code, client.clientId);
    if (use === undefined) return this.refuseUnusable(transaction, redemption);
    try {
      checkUse(use, redemption);
      return await this.issue(transaction, redemption, use);
    } catch (error) {
      if (error instanceof OAuthError) return error;
      throw error;
    }
  }

  /** RFC 6749 §4.1.2, RFC 9700 §4.5: a code that comes twice is in wrong hands, and so may be what came of it. */
  private async refuseUnusable(
    transaction: Transaction,
    { client, code }: Redemption,
  ): Promise<InvalidGrantError> {
    const family = await this.codes.familyOfUsed(transaction, code, client.clientId);
    if (family === undefined) return refused('unknown_code');
    await this.audit.recordWithin(transaction, {
      eventType: 'code.replayed',
      outcome: 'denied',
      reason: 'code_replayed',
      client: client.clientId,
      target: { type: 'token-family', id: family },
    });
    await this.families.revoke(transaction, family, 'code_replayed');
    return refused('code_replayed');
  }

  private async issue(
    transaction: Transaction,
    { client, resources }: Redemption,
    use: CodeUse,
  ): Promise<TokenResponse> {
    const scopes = this.scopesOf(client, use);
    const audience = this.audienceOf(client, use, resources);
    const { familyId, userId, authenticatedAt } = use;
    const person = { familyId, userId, authenticatedAt };
    const accessToken = await this.issuer.issue({ client, scopes, audience, person });
    await this.record(transaction, client, use, accessToken, audience);
    return {
      ...toTokenResponse(accessToken),
      ...(await this.refreshTokenOf(transaction, client, use)),
      ...(await this.idTokenOf(client, use, scopes, accessToken)),
    };
  }

  /** What was taken from the client or the person within the last minute is left out. */
  private scopesOf(client: Client, { scopes, userRoles }: CodeUse): readonly string[] {
    const grantable = this.authority.grantableFor(client, { roles: userRoles });
    const remaining = scopes.filter((scope) => isIdentityScope(scope) || grantable.has(scope));
    if (remaining.length > 0) return remaining;
    throw refused('nothing_left');
  }

  /** RFC 8707 §2.2: what was consented to, or fewer. */
  private audienceOf(client: Client, use: CodeUse, requested: readonly string[]): readonly string[] {
    if (requested.length === 0) return use.audience;
    const audience = this.audiences.select(client, requested);
    if (audience.every((resource) => use.audience.includes(resource))) return audience;
    throw new InvalidTargetError('A resource is not among those that were authorized.');
  }

  private async refreshTokenOf(
    transaction: Transaction,
    { grantTypes }: Client,
    { familyId }: CodeUse,
  ): Promise<{ refresh_token?: string }> {
    if (!grantTypes.includes('refresh_token')) return {};
    const { token } = await this.refreshTokens.issueFirst(transaction, { id: familyId });
    return { refresh_token: token };
  }

  private async idTokenOf(
    client: Client,
    use: CodeUse,
    scopes: readonly string[],
    { accessToken }: AccessToken,
  ): Promise<{ id_token?: string }> {
    if (!scopes.includes('openid')) return {};
    const { userId, sessionId, nonce, authenticatedAt, authenticationMethods: methods } = use;
    const session = { userId, sessionId, authenticatedAt, methods };
    return { id_token: await this.idTokens.issue({ client, session, nonce, accessToken }) };
  }

  private record(
    transaction: Transaction,
    client: Client,
    { userId, familyId }: CodeUse,
    token: AccessToken,
    audience: readonly string[],
  ): Promise<void> {
    return this.audit.recordWithin(transaction, {
      eventType: 'token.issued',
      outcome: 'success',
      actor: { kind: 'user', subject: userId, tokenId: token.jti },
      client: client.clientId,
      target: { type: 'access-token', id: token.jti },
      details: {
        grant_type: this.grantType,
        scope: token.scope,
        audience,
        expires_in: token.expiresIn,
        kid: token.kid,
        family: familyId,
      },
    });
  }
}

/** @throws InvalidGrantError when the code was issued for another request than the one this client made. */
function checkUse(use: CodeUse, { redirectUri, verifier }: Redemption): void {
  if (use.isRevoked) throw refused('family_revoked');
  if (use.userStatus !== 'active') throw refused('user_inactive');
  const isSameRedirect = redirectUri === undefined ? !use.redirectUriSent : redirectUri === use.redirectUri;
  if (!isSameRedirect) throw refused('redirect_uri_mismatch');
  // RFC 7636 §4.6: S256 is how digests are made here.
  const isProved = verifier !== undefined && VERIFIER.test(verifier);
  if (!isProved || !matchesDigest(verifier, use.codeChallenge)) throw refused('wrong_code_verifier');
}

/** One answer for all: it must not tell whoever found a code what is wrong with it. */
function refused(reason: string): InvalidGrantError {
  return new InvalidGrantError('The code is not valid for this request; authorize again.', { reason });
}
