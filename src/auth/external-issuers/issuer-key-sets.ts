import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import type { ExternalIssuerConfiguration } from '../../config/index.js';
import { candidateKeys, type PublicJwk, type UnprovedJwt } from '../../security/crypto/index.js';
import { GuardedFetcher } from '../../security/fetch/index.js';
import { OpenidDiscovery } from '../discovery/openid-discovery.js';
import { RemoteKeySets } from '../key-sets/remote-key-sets.js';

/**
 * The keys of external issuers. They are kept apart from the key sets of clients: nobody who registers clients
 * by the thousand may push out or hold up the keys of an issuer that the operator named.
 */
@Injectable()
export class IssuerKeySets {
  private readonly sets: RemoteKeySets;

  constructor(
    private readonly discovery: OpenidDiscovery,
    fetcher: GuardedFetcher,
    clock: Clock,
  ) {
    this.sets = new RemoteKeySets(fetcher, clock);
  }

  /**
   * The issuer's keys; undefined when the one of the token is not known and the issuer does not answer.
   *
   * @throws ServiceUnavailableError when that one is not known and no more can be fetched now.
   */
  async find(
    issuer: ExternalIssuerConfiguration,
    jwt: UnprovedJwt,
  ): Promise<readonly PublicJwk[] | undefined> {
    const jwksUri = issuer.jwksUri ?? (await this.discovery.find(issuer.issuer))?.jwks_uri;
    if (jwksUri === undefined) return undefined;
    const isKnown = (keys: readonly PublicJwk[]) => candidateKeys(jwt, keys).length > 0;
    const keys = await this.sets.find(jwksUri, isKnown);
    return !isKnown(keys) && this.sets.isAway(jwksUri) ? undefined : keys;
  }
}
