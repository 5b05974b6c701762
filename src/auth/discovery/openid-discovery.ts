import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { FetchRefusedError, freshnessOf, GuardedFetcher } from '../../security/fetch/index.js';

/** OpenID Connect Discovery 1.0 §3, as far as it is looked at here; the rest is kept as it came. */
const metadataSchema = z.looseObject({
  issuer: z.string(),
  jwks_uri: z.url({ protocol: /^https$/ }),
});

export type ProviderMetadata = Readonly<z.output<typeof metadataSchema>>;

interface Entry {
  metadata: ProviderMetadata | undefined;
  /** Milliseconds since the epoch. */
  freshUntil: number;
  running: Promise<void> | undefined;
}

const WELL_KNOWN = '/.well-known/openid-configuration';
const FETCH = { maximumBytes: 64 * 1024, timeoutMs: 5_000 };
const FRESHNESS = { minimum: 600, maximum: 86_400, usual: 3_600 };
/** Between two attempts at an issuer that does not answer. */
const COOL_DOWN_MS = 30_000;

/** What the issuers that the operator named say of themselves (OpenID Connect Discovery 1.0), kept in memory. */
@Injectable()
export class OpenidDiscovery {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly fetcher: GuardedFetcher,
    private readonly clock: Clock,
  ) {}

  /** Undefined when it is not known and the issuer does not answer; what was known before is used on meanwhile. */
  async find(issuer: string): Promise<ProviderMetadata | undefined> {
    const entry = this.entryOf(issuer);
    if (this.clock.now().getTime() >= entry.freshUntil) {
      entry.running ??= this.fetch(issuer, entry).finally(() => {
        entry.running = undefined;
      });
    }
    await entry.running;
    return entry.metadata;
  }

  private entryOf(issuer: string): Entry {
    const entry = this.entries.get(issuer) ?? { metadata: undefined, freshUntil: 0, running: undefined };
    this.entries.set(issuer, entry);
    return entry;
  }

  private async fetch(issuer: string, entry: Entry): Promise<void> {
    entry.freshUntil = this.clock.now().getTime() + COOL_DOWN_MS;
    try {
      // §4.1: a slash at the end of the issuer goes.
      const response = await this.fetcher.fetch(`${issuer.replace(/\/$/, '')}${WELL_KNOWN}`, FETCH);
      const metadata = response.status === 200 ? parse(response.body, issuer) : undefined;
      if (metadata === undefined) return;
      entry.metadata = metadata;
      entry.freshUntil = this.clock.now().getTime() + freshnessOf(response, FRESHNESS) * 1_000;
    } catch (error) {
      if (!(error instanceof FetchRefusedError)) throw error;
    }
  }
}

/** §4.3: the document has to name the very issuer it was asked for. */
function parse(body: Buffer, issuer: string): ProviderMetadata | undefined {
  try {
    const result = metadataSchema.safeParse(JSON.parse(body.toString('utf8')));
    return result.success && result.data.issuer === issuer ? result.data : undefined;
  } catch {
    return undefined;
  }
}
