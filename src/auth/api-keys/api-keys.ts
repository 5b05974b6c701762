import { Injectable } from '@nestjs/common';
import type { BlockList } from 'node:net';
import { Clock } from '../../common/clock.js';
import type { Principal } from '../../common/principal.js';
import { ChangeCache, ChangeFeed } from '../../database/index.js';
import { digestToken } from '../../security/crypto/index.js';
import { InvalidTokenError, type ChallengeContext } from '../challenges/bearer-errors.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import { isUsable } from '../clients/client.js';
import { Clients } from '../clients/clients.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import type { ApiKey } from './api-key.js';
import { isWellFormedApiKey } from './api-key-format.js';
import { ApiKeyStore } from './api-key-store.repository.js';
import { isWithin, networkList } from './networks.js';

/** A key that is good as long as it has not expired, from its networks. */
interface UsableKey {
  readonly principal: Principal;
  /** Undefined = from anywhere. */
  readonly networks: BlockList | undefined;
  /** Milliseconds since the epoch. */
  readonly readAt: number;
}

/** A key in use is read again this often, which keeps its `last_used_at` roughly right. */
const READ_AGAIN_MS = 5 * 60_000;
const REFUSAL = 'The API key is not valid.';

/**
 * Verifies API keys. Why one is refused (unknown, revoked, expired, another network, its client disabled)
 * is never said to the caller; audit has the reason.
 */
@Injectable()
export class ApiKeys {
  private readonly usable: ChangeCache<string, UsableKey>;

  constructor(
    private readonly store: ApiKeyStore,
    private readonly clients: Clients,
    private readonly scopes: ScopeAuthority,
    private readonly resources: ProtectedResources,
    private readonly clock: Clock,
    feed: ChangeFeed,
  ) {
    this.usable = new ChangeCache(feed, ['api-keys', 'clients'], (key) => this.read(key));
    scopes.onReload(() => this.usable.clear());
  }

  /**
   * Who the key acts for. A key is good for every protected resource of this server.
   *
   * @throws InvalidTokenError with `reason` for the audit record.
   * @throws ServiceUnavailableError when the key is not cached and the database does not answer.
   */
  async verify(
    key: string,
    address: string,
    resource = '/',
    scopes: readonly string[] = [],
  ): Promise<Principal> {
    try {
      const { principal, networks } = await this.find(key);
      if (principal.expiresAt <= this.clock.epochSeconds()) throw new ApiKeyRefusal('api_key_expired');
      if (networks !== undefined && !isWithin(networks, address)) throw new ApiKeyRefusal('api_key_network');
      return principal;
    } catch (error) {
      if (!(error instanceof ApiKeyRefusal)) throw error;
      const challenge: ChallengeContext = {
        resourceMetadataUrl: this.resources.resourceOf(resource).metadataUrl,
        scopes,
      };
      throw new InvalidTokenError(challenge, REFUSAL, { reason: error.reason });
    }
  }

  /**
   * Whether the key of that id was not revoked, as the database has it now: for who was let in by it a while ago.
   *
   * @throws when the database does not answer.
   */
  isInForce(id: string): Promise<boolean> {
    return this.store.isInForce(id);
  }

  private find(key: string): UsableKey | Promise<UsableKey> {
    if (!isWellFormedApiKey(key)) throw new ApiKeyRefusal('api_key_malformed');
    const known = this.usable.peek(key);
    if (known !== undefined && this.clock.now().getTime() - known.readAt < READ_AGAIN_MS) return known;
    this.usable.drop(key);
    return this.usable.get(key);
  }

  private async read(key: string): Promise<UsableKey> {
    await this.scopes.current();
    const apiKey = await this.store.use(digestToken(key));
    if (apiKey === undefined) throw new ApiKeyRefusal('api_key_unknown');
    if (apiKey.revokedAt !== null) throw new ApiKeyRefusal('api_key_revoked');
    const client = await this.clients.find(apiKey.clientId);
    if (client === undefined || !isUsable(client, this.clock.now()))
      throw new ApiKeyRefusal('client_inactive');
    const grantable = this.scopes.grantable(client);
    const networks = apiKey.networks.length === 0 ? undefined : networkList(apiKey.networks);
    const scopes = apiKey.scopes.filter((scope) => grantable.has(scope));
    return { principal: this.principalOf(apiKey, scopes), networks, readAt: this.clock.now().getTime() };
  }

  /** Without its client's roles: a key is as narrow as its scopes say, wherever it is looked at. */
  private principalOf(apiKey: ApiKey, scopes: readonly string[]): Principal {
    const { identifier } = this.resources.resourceOf('/');
    return {
      subject: apiKey.clientId,
      clientId: apiKey.clientId,
      kind: 'api-key',
      scopes,
      roles: [],
      issuer: identifier,
      audience: [identifier],
      tokenId: apiKey.id,
      expiresAt: Math.floor(apiKey.expiresAt.getTime() / 1000),
    };
  }
}

class ApiKeyRefusal extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}
