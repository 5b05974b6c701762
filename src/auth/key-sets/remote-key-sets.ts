import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { isUsablePublicJwk, type PublicJwk } from '../../security/crypto/index.js';
import { FetchRefusedError, freshnessOf, GuardedFetcher } from '../../security/fetch/index.js';

interface Entry {
  keys: readonly PublicJwk[];
  /** Milliseconds since the epoch, as all times here. */
  freshUntil: number;
  usableUntil: number;
  lastAttempt: number;
  fetching: Promise<void> | undefined;
  /** Whether the last fetch brought no key set. */
  isAway: boolean;
}

/** Between two fetches of one set, however many unknown keys are asked for meanwhile. */
export const KEY_SET_COOL_DOWN_MS = 30_000;
const FRESHNESS = { minimum: 60, maximum: 3_600, usual: 600 };
/** A key server that is away does not stop its clients at once. */
const STALE_MS = 3_600_000;
const MAXIMUM_SETS = 1_000;
const MAXIMUM_FETCHES = 10;
const MAXIMUM_KEYS = 50;
const FETCH = {
  maximumBytes: 64 * 1024,
  timeoutMs: 5_000,
  accept: 'application/jwk-set+json, application/json',
};

const keySetSchema = z.object({ keys: z.array(z.unknown()).max(MAXIMUM_KEYS) });

/** Key sets (RFC 7517 §5) of others, by URL: fetched through the guard, kept in memory, bounded in number. */
@Injectable()
export class RemoteKeySets {
  private readonly entries = new Map<string, Entry>();
  private fetches = 0;

  constructor(
    private readonly fetcher: GuardedFetcher,
    private readonly clock: Clock,
  ) {}

  /**
   * The keys at the URL. They are fetched again when they have aged, or when none of them is the one wanted, but
   * never twice within the cool-down. Empty when they cannot be had.
   */
  async find(url: string, isWanted: (keys: readonly PublicJwk[]) => boolean): Promise<readonly PublicJwk[]> {
    const entry = this.entryOf(url);
    const now = this.clock.now().getTime();
    if (now >= entry.freshUntil || !isWanted(entry.keys)) await this.refresh(url, entry, now);
    return this.clock.now().getTime() < entry.usableUntil ? entry.keys : [];
  }

  /** Whether the last attempt to fetch the URL failed: then a key that is not known may be there all the same. */
  isAway(url: string): boolean {
    return this.entries.get(url)?.isAway ?? false;
  }

  private entryOf(url: string): Entry {
    const known = this.entries.get(url);
    if (known !== undefined) return known;
    const entry = {
      keys: [],
      freshUntil: 0,
      usableUntil: 0,
      lastAttempt: 0,
      fetching: undefined,
      isAway: false,
    };
    const [oldest] = this.entries.keys();
    if (this.entries.size >= MAXIMUM_SETS && oldest !== undefined) this.entries.delete(oldest);
    this.entries.set(url, entry);
    return entry;
  }

  private refresh(url: string, entry: Entry, now: number): Promise<void> | undefined {
    if (entry.fetching !== undefined) return entry.fetching;
    if (now - entry.lastAttempt < KEY_SET_COOL_DOWN_MS || this.fetches >= MAXIMUM_FETCHES) return undefined;
    entry.lastAttempt = now;
    this.fetches += 1;
    entry.fetching = this.fetch(url, entry).finally(() => {
      this.fetches -= 1;
      entry.fetching = undefined;
    });
    return entry.fetching;
  }

  /** What cannot be had leaves the keys that are known. */
  private async fetch(url: string, entry: Entry): Promise<void> {
    entry.isAway = true;
    try {
      const response = await this.fetcher.fetch(url, FETCH);
      const keys = response.status === 200 ? parseKeys(response.body) : undefined;
      if (keys === undefined) return;
      entry.isAway = false;
      entry.keys = keys;
      entry.freshUntil = this.clock.now().getTime() + freshnessOf(response, FRESHNESS) * 1_000;
      entry.usableUntil = entry.freshUntil + STALE_MS;
    } catch (error) {
      if (!(error instanceof FetchRefusedError)) throw error;
    }
  }
}

function parseKeys(body: Buffer): PublicJwk[] | undefined {
  try {
    const result = keySetSchema.safeParse(JSON.parse(body.toString('utf8')));
    return result.success ? result.data.keys.filter(isUsablePublicJwk) : undefined;
  } catch {
    return undefined;
  }
}
