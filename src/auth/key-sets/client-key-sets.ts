import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { RequestContext } from '../../common/request-context.js';
import { candidateKeys, type PublicJwk, type UnprovedJwt } from '../../security/crypto/index.js';
import { GuardedFetcher } from '../../security/fetch/index.js';
import type { RegistrationOrigin } from '../clients/client.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { RemoteKeySets } from './remote-key-sets.js';

/**
 * Fetches at once of sets that anybody may name. A server that never answers holds two, and so does an address that asks;
 * many of either are needed to hold all, each of which is no more than a socket that waits for five seconds.
 */
const LIMITS = { altogether: 100, each: 2 };

/**
 * The keys that clients publish at their `jwks_uri` (RFC 7591 §2). Those of administrators' clients are kept apart:
 * nobody who registers clients may push them out or hold them up. The others share theirs, a little for each.
 */
@Injectable()
export class ClientKeySets {
  private readonly administrators: RemoteKeySets;
  private readonly others: RemoteKeySets;

  constructor(fetcher: GuardedFetcher, clock: Clock) {
    this.administrators = new RemoteKeySets(fetcher, clock);
    this.others = new RemoteKeySets(fetcher, clock, LIMITS);
  }

  /**
   * The keys at the URL, among which the one that may have signed; empty when they cannot be had.
   *
   * @throws ServiceUnavailableError when that one is not known and no more can be fetched now.
   */
  find(
    jwksUri: string,
    jwt: UnprovedJwt,
    registrationOrigin: RegistrationOrigin,
  ): Promise<readonly PublicJwk[]> {
    const isWanted = (keys: readonly PublicJwk[]) => candidateKeys(jwt, keys).length > 0;
    if (registrationOrigin === 'administrator') return this.administrators.find(jwksUri, isWanted);
    return this.others.find(jwksUri, isWanted, holdersOf(jwksUri));
  }
}

/** Hosts by name, not by port or path: one machine answers all of those. Names cost nothing, so addresses count too. */
function holdersOf(jwksUri: string): string[] {
  const host = `host ${new URL(jwksUri).hostname}`;
  const address = RequestContext.current()?.source.address;
  return address === undefined ? [host] : [host, `address ${addressBlock(address)}`];
}
