import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import type { Principal } from '../../common/principal.js';
import { Configuration } from '../../config/index.js';
import { ChangeCache, ChangeFeed } from '../../database/index.js';
import { InvalidTokenError } from '../challenges/bearer-errors.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import { Clients } from '../clients/clients.js';
import type { Client } from '../clients/client.js';
import type { VerificationKey } from '../keys/signing-key.js';
import { SigningKeys } from '../keys/signing-keys.js';
import { RevocationList } from '../revocation/revocation-list.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { Users } from '../users/users.js';
import type { User } from '../users/user.js';
import { AccessTokenStrategy } from './access-token.strategy.js';
import { checkAudience } from './check-audience.js';
import { checkClient } from './check-client.js';
import { checkRevocation } from './check-revocation.js';
import { checkUser } from './check-user.js';
import type { AccessTokenClaims } from './claim-checks/access-token-claims.js';
import { checkExpiry } from './claim-checks/check-times.js';
import { checkAlgorithm } from './header-checks/check-algorithm.js';
import { HEADER_CHECKS } from './header-checks/header-checks.js';
import { parseHeader } from './parse-token.js';
import { TokenRefusal } from './token-refusal.js';

/** A token that was proven once. */
export interface VerifiedToken {
  readonly principal: Principal;
  readonly claims: AccessTokenClaims;
}

const MAXIMUM_KID_LENGTH = 128;

/**
 * Verifies access tokens (RFC 9068 §4). A token proven once is remembered by its text until a client, key,
 * scope or revocation changes anywhere; expiry and audience are asked each time.
 */
@Injectable()
export class AccessTokenVerifier {
  private readonly verified: ChangeCache<string, VerifiedToken>;
  /** Seconds. */
  private readonly accessTokenTtl: number;

  constructor(
    private readonly strategy: AccessTokenStrategy,
    private readonly keys: SigningKeys,
    private readonly clients: Clients,
    private readonly users: Users,
    private readonly revocations: RevocationList,
    private readonly scopes: ScopeAuthority,
    private readonly resources: ProtectedResources,
    private readonly clock: Clock,
    feed: ChangeFeed,
    { tokens }: Configuration,
  ) {
    this.accessTokenTtl = tokens.accessTokenTtl;
    const topics = ['clients', 'signing-keys', 'users'] as const;
    this.verified = new ChangeCache(feed, topics, (token) => this.prove(token));
    scopes.onReload(() => this.verified.clear());
    // Not when the feed tells: until the list is loaded, a token could be proven by the old one, and kept.
    revocations.onReload(() => this.verified.clear());
    // Again after the keys were read: a token may have been proven by a key that has just been revoked.
    keys.onReload(() => this.verified.clear());
  }

  /**
   * Who the token proves the caller to be, at the protected resource of that path.
   *
   * @param scopesNeeded named in the challenge when the token is refused.
   * @throws InvalidTokenError
   * @throws ServiceUnavailableError when nothing is known of the client and the database does not answer.
   */
  async verify(token: string, resource: string, scopesNeeded: readonly string[] = []): Promise<Principal> {
    const target = this.resources.resourceOf(resource);
    try {
      const { principal } = this.verified.peek(token) ?? (await this.verified.get(token));
      checkExpiry(principal.expiresAt, this.clock.epochSeconds());
      checkAudience(principal.audience, target.audiences);
      return principal;
    } catch (error) {
      if (!(error instanceof TokenRefusal)) throw error;
      const challenge = { resourceMetadataUrl: target.metadataUrl, scopes: scopesNeeded };
      throw new InvalidTokenError(challenge, error.description, { reason: error.reason, cause: error });
    }
  }

  /**
   * What an access token proves, whatever resource it is for; undefined when it is refused.
   * For who asks about a token (RFC 7662, RFC 7009) and not with it.
   *
   * @throws ServiceUnavailableError as `verify` does.
   */
  async inspect(token: string): Promise<VerifiedToken | undefined> {
    try {
      const verified = this.verified.peek(token) ?? (await this.verified.get(token));
      checkExpiry(verified.principal.expiresAt, this.clock.epochSeconds());
      return verified;
    } catch (error) {
      if (error instanceof TokenRefusal) return undefined;
      throw error;
    }
  }

  private async prove(token: string): Promise<VerifiedToken> {
    await this.scopes.current();
    await this.revocations.current();
    const key = await this.keyOf(token);
    const claims = await this.strategy.verify({ token, key });
    const client = checkClient(await this.clients.find(claims.client_id), claims, this.clock.now());
    const user = await this.userOf(claims);
    // Asked last: a revocation that arrived while the rest was read is seen.
    checkRevocation(this.revocations, claims);
    return { principal: this.principalOf(claims, client, user), claims };
  }

  /**
   * A life that was shortened holds for tokens from before as well: the list of revocations goes back no further.
   */
  private endOf({ exp, iat }: AccessTokenClaims, { expiresAt }: Client): number {
    const clientEnd = expiresAt === undefined ? Infinity : expiresAt.getTime() / 1000;
    return Math.min(exp, clientEnd, iat + this.accessTokenTtl);
  }

  private async keyOf(token: string): Promise<VerificationKey> {
    const header = parseHeader(token);
    for (const check of HEADER_CHECKS) check(header);
    const { kid } = header;
    const isKid = typeof kid === 'string' && kid.length <= MAXIMUM_KID_LENGTH;
    const key = isKid ? await this.keys.findVerificationKey(kid) : undefined;
    if (key === undefined)
      throw new TokenRefusal('unknown_key', 'The access token is not signed by a key of this server.');
    checkAlgorithm(header, key);
    return key;
  }

  /** Tokens of a family act for a person, who must still be there. */
  private async userOf(claims: AccessTokenClaims): Promise<User | undefined> {
    return claims.fid === undefined ? undefined : checkUser(await this.users.find(claims.sub));
  }

  /** A scope that was taken from the client or the person since the token was issued is gone from it as well. */
  private principalOf(claims: AccessTokenClaims, client: Client, user: User | undefined): Principal {
    const grantable =
      user === undefined ? this.scopes.grantable(client) : this.scopes.grantableFor(client, user);
    return {
      subject: claims.sub,
      clientId: claims.client_id,
      kind: user === undefined ? 'client' : 'user',
      scopes: claims.scope.split(' ').filter((scope) => grantable.has(scope)),
      roles: user === undefined ? client.roles : user.roles,
      issuer: claims.iss,
      audience: claims.aud,
      tokenId: claims.jti,
      ...(claims.fid !== undefined && { familyId: claims.fid }),
      ...(claims.reg !== undefined && { registration: claims.reg }),
      expiresAt: this.endOf(claims, client),
    };
  }
}
