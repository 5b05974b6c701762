import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import type { Principal } from '../../common/principal.js';
import { Configuration } from '../../config/index.js';
import { ApiKeys } from '../api-keys/api-keys.js';
import { isUsable, registrationOf, type Client } from '../clients/client.js';
import { Clients } from '../clients/clients.js';
import { RevocationList } from '../revocation/revocation-list.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { Users } from '../users/users.js';

/** `unknown` while the database does not answer. */
export type Standing = 'in_force' | 'over' | 'unknown';

/**
 * Whether a caller who was proven a while ago could still ask, for whatever goes on in their name: streams, and what is
 * done at servers behind us without a request.
 */
@Injectable()
export class PrincipalStanding {
  private readonly externalIssuers: ReadonlySet<string>;

  constructor(
    private readonly clients: Clients,
    private readonly users: Users,
    private readonly scopes: ScopeAuthority,
    private readonly revocations: RevocationList,
    private readonly apiKeys: ApiKeys,
    private readonly clock: Clock,
    configuration: Configuration,
  ) {
    this.externalIssuers = new Set(configuration.externalIssuers.map(({ issuer }) => issuer));
  }

  /** Whether the credential is neither over nor revoked, and its caller entitled to as much as then. */
  async standingOf(principal: Principal): Promise<Standing> {
    if (principal.expiresAt <= this.clock.epochSeconds() || this.isRevoked(principal)) return 'over';
    try {
      await this.scopes.current();
      const isGood = (await this.hasItsScopes(principal)) && (await this.isKeyInForce(principal));
      return isGood ? 'in_force' : 'over';
    } catch {
      return 'unknown';
    }
  }

  /** Whether the token was revoked, or the family it belongs to (RFC 7009 §2), as far as this replica has heard. */
  isRevoked({ tokenId, familyId }: Principal): boolean {
    return this.revocations.has(tokenId, familyId);
  }

  /**
   * Whether the client is usable, the person there, and neither was deprived of a scope that the principal carries, as far as
   * this replica has heard; false when it cannot be known. To be asked whenever it hears of something.
   */
  isEntitled(principal: Principal): Promise<boolean> {
    return this.hasItsScopes(principal).catch(() => false);
  }

  /** Clients and people of other issuers are not ours to disable. @throws when the database does not answer. */
  private async hasItsScopes(principal: Principal): Promise<boolean> {
    if (principal.kind === 'operator' || this.externalIssuers.has(principal.issuer)) return true;
    const grantable = await this.grantableTo(principal);
    return grantable !== undefined && principal.scopes.every((scope) => grantable.has(scope));
  }

  private async isKeyInForce({ kind, tokenId }: Principal): Promise<boolean> {
    return kind !== 'api-key' || this.apiKeys.isInForce(tokenId);
  }

  /** Undefined for who is not there any more, though another may have the same name now. */
  private async grantableTo(principal: Principal): Promise<ReadonlySet<string> | undefined> {
    const { kind, clientId, subject, registration } = principal;
    const client = await this.clients.find(clientId);
    if (client === undefined || !isUsable(client, this.clock.now())) return undefined;
    if (registration !== undefined && registration !== registrationOf(client)) return undefined;
    return kind === 'user' ? this.grantableFor(client, subject) : this.scopes.grantable(client);
  }

  private async grantableFor(client: Client, userId: string): Promise<ReadonlySet<string> | undefined> {
    const user = await this.users.find(userId);
    return user?.status === 'active' ? this.scopes.grantableFor(client, user) : undefined;
  }
}
