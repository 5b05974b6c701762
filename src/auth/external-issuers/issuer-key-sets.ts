import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import type { ExternalIssuerConfiguration } from '../../config/index.js';
import { candidateKeys, type PublicJwk, type UnprovedJwt } from '../../security/crypto/index.js';
import { FetchRefusedError, freshnessOf, GuardedFetcher } from '../../security/fetch/index.js';
import { KEY_SET_COOL_DOWN_MS, RemoteKeySets } from '../key-sets/remote-key-sets.js';

interface Discovery {
  jwksUri: string | undefined;
  /** Milliseconds since the epoch. */
  freshUntil: number;
  running: Promise<void> | undefined;
}

const WELL_KNOWN = '/.well-known/openid-configuration';
const FETCH = { maximumBytes: 64 * 1024, timeoutMs: 5_000 };
const FRESHNESS = { minimum: 600, maximum: 86_400, usual: 3_600 };
const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https$/ }) });

/**
 * The keys of external issuers. They are kept apart from the key sets of clients: nobody who registers clients
 * by the thousand may push out or hold up the keys of an issuer that the operator named.
 */
@Injectable()
export class IssuerKeySets {
  private readonly sets: RemoteKeySets;
  private readonly discoveries = new Map<string, Discovery>();

  constructor(
    private readonly fetcher: GuardedFetcher,
    private readonly clock: Clock,
  ) {
    this.sets = new RemoteKeySets(fetcher, clock);
  }

  /** The issuer's keys; undefined when the one of the token is not known and the issuer does not answer. */
  async find(
    issuer: ExternalIssuerConfiguration,
    jwt: UnprovedJwt,
  ): Promise<readonly PublicJwk[] | undefined> {
    const jwksUri = issuer.jwksUri ?? (await this.discover(issuer.issuer));
    if (jwksUri === undefined) return undefined;
    const isKnown = (keys: readonly PublicJwk[]) => candidateKeys(jwt, keys).length > 0;
    const keys = await this.sets.find(jwksUri, isKnown);
    return !isKnown(keys) && this.sets.isAway(jwksUri) ? undefined : keys;
  }

  /** What was discovered before is used on while the issuer does not answer. */
  private async discover(issuer: string): Promise<string | undefined> {
    const discovery = this.discoveries.get(issuer) ?? {
      jwksUri: undefined,
      freshUntil: 0,
      running: undefined,
    };
    this.discoveries.set(issuer, discovery);
    if (this.clock.now().getTime() >= discovery.freshUntil) {
      discovery.running ??= this.fetchMetadata(issuer, discovery).finally(() => {
        discovery.running = undefined;
      });
      await discovery.running;
    }
    return discovery.jwksUri;
  }

  private async fetchMetadata(issuer: string, discovery: Discovery): Promise<void> {
    discovery.freshUntil = this.clock.now().getTime() + KEY_SET_COOL_DOWN_MS;
    try {
      const response = await this.fetcher.fetch(`${issuer.replace(/\/$/, '')}${WELL_KNOWN}`, FETCH);
      const jwksUri = response.status === 200 ? jwksUriOf(response.body, issuer) : undefined;
      if (jwksUri === undefined) return;
      discovery.jwksUri = jwksUri;
      discovery.freshUntil = this.clock.now().getTime() + freshnessOf(response, FRESHNESS) * 1_000;
    } catch (error) {
      if (!(error instanceof FetchRefusedError)) throw error;
    }
  }
}

/** OpenID Connect Discovery 1.0 §4.3: the document has to name the very issuer it was asked for. */
function jwksUriOf(body: Buffer, issuer: string): string | undefined {
  try {
    const result = metadataSchema.safeParse(JSON.parse(body.toString('utf8')));
    return result.success && result.data.issuer === issuer ? result.data.jwks_uri : undefined;
  } catch {
    return undefined;
  }
}
