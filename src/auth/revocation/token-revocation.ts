import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { ChangeFeed, Transactions, type Transaction } from '../../database/index.js';
import type { Client } from '../clients/client.js';
import { InvalidGrantError, InvalidRequestError } from '../errors/oauth-errors.js';
import { RefreshTokens } from '../refresh-tokens/refresh-tokens.js';
import { ClientEndpoint } from '../token/client-endpoint.js';
import type { FormParameters } from '../token/form-parameters.js';
import type { FormRequest } from '../token/form-request.js';
import { TokenFamilies } from '../token-families/token-families.repository.js';
import { AccessTokenVerifier } from '../verification/access-token-verifier.js';
import { RevocationList } from './revocation-list.js';
import { RevokedTokens } from './revoked-tokens.repository.js';

const REVOCATION_ENDPOINT = { limit: 'revocation', eventType: 'token.revoked' } as const;

/** RFC 7009: a client says that it needs a token no more. */
@Injectable()
export class TokenRevocation {
  constructor(
    private readonly endpoint: ClientEndpoint,
    private readonly refreshTokens: RefreshTokens,
    private readonly families: TokenFamilies,
    private readonly verifier: AccessTokenVerifier,
    private readonly revokedTokens: RevokedTokens,
    private readonly revocations: RevocationList,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * When it resolves, this replica refuses the token, and the others do within a second. A token that is
   * unknown, expired or revoked already is no error (§2.2).
   *
   * @throws OAuthError when the client is not proved, or the token is another client's (§2.1).
   */
  revoke(request: FormRequest): Promise<void> {
    return this.endpoint.serve(request, REVOCATION_ENDPOINT, async (client, parameters) => {
      const token = requireToken(parameters);
      const isChanged =
        (await this.revokeRefreshToken(client, token)) || (await this.revokeAccessToken(client, token));
      if (isChanged) await this.revocations.reload();
    });
  }

  /** With the whole family: its access tokens would live on otherwise (§2.1). */
  private async revokeRefreshToken(client: Client, token: string): Promise<boolean> {
    const found = await this.refreshTokens.find(token);
    if (found === undefined) return false;
    const { id, clientId } = found.family;
    requireOwner(client, clientId);
    return this.transactions.run(async (transaction) => {
      const isRevoked = await this.families.revoke(transaction, id, 'revoked_by_client');
      if (isRevoked) await this.record(transaction, client, { type: 'token-family', id });
      return isRevoked;
    });
  }

  /** That token alone: the client may go on refreshing. */
  private async revokeAccessToken(client: Client, token: string): Promise<boolean> {
    const verified = await this.verifier.inspect(token);
    if (verified === undefined) return false;
    const { jti, exp, client_id: clientId } = verified.claims;
    requireOwner(client, clientId);
    return this.transactions.run(async (transaction) => {
      const isRevoked = await this.revokedTokens.insert(transaction, { jti, clientId, exp });
      if (!isRevoked) return false;
      await this.record(transaction, client, { type: 'access-token', id: jti });
      await this.feed.announce(transaction, 'revocations');
      return true;
    });
  }

  private record(
    transaction: Transaction,
    { clientId }: Client,
    target: { type: string; id: string },
  ): Promise<void> {
    const { eventType } = REVOCATION_ENDPOINT;
    return this.audit.recordWithin(transaction, { eventType, outcome: 'success', client: clientId, target });
  }
}

/** `token_type_hint` is not needed: the kinds of token look different. It may be wrong, but not repeated. */
function requireToken(parameters: FormParameters): string {
  const token = parameters.get('token');
  parameters.get('token_type_hint');
  if (token === undefined) throw new InvalidRequestError('The parameter token is missing.');
  return token;
}

function requireOwner({ clientId }: Client, owner: string): void {
  if (clientId === owner) return;
  throw new InvalidGrantError('The token was issued to another client.', { reason: 'foreign_token' });
}
