import { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { ServiceUnavailableError } from '../../common/problem-error.js';
import { bareJwk, isUsablePublicJwk, type PublicJwk } from '../../security/crypto/index.js';
import { FetchRefusedError, freshnessOf, type GuardedFetcher } from '../../security/fetch/index.js';
import { FetchSlots } from '../rate-limit/fetch-slots.js';

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
/** The least recently used goes first. */
export const MAXIMUM_SETS = 1_000;
export const MAXIMUM_FETCHES = 10;
const MAXIMUM_KEYS = 50;
const FETCH = {
  maximumBytes: 64 * 1024,
  timeoutMs: 5_000,
  accept: 'application/jwk-set+json, application/json',
};

const keySetSchema = z.object({ keys: z.array(z.unknown()).max(MAXIMUM_KEYS) });

/** Key sets (RFC 7517 §5) of others, by URL: fetched through the guard, kept in memory, bounded in number. */
export class RemoteKeySets {
  /** By URL; the one that was used last is last. */
  private readonly entries = new Map<string, Entry>();
  private readonly slots: FetchSlots;

  /** @param limits fetches at once, altogether and for any one holder. */
  constructor(
    private readonly fetcher: GuardedFetcher,
    private readonly clock: Clock,
    limits = { altogether: MAXIMUM_FETCHES, each: MAXIMUM_FETCHES },
  ) {
    this.slots = new FetchSlots(limits.altogether, limits.each);
  }

  /**
   * The keys at the URL. They are fetched again when they have aged, or when none of them is the one wanted, but
   * never twice within the cool-down. Empty when they cannot be had.
   *
   * @param holders whose share of the fetches one at this URL is taken from.
   * @throws ServiceUnavailableError when the wanted key is not known and no more can be fetched now.
   */
  async find(
    url: string,
    isWanted: (keys: readonly PublicJwk[]) => boolean,
    holders: readonly string[] = [],
  ): Promise<readonly PublicJwk[]> {
    const entry = this.entryOf(url);
    const isEnough = this.clock.now().getTime() < entry.freshUntil && isWanted(entry.keys);
    const wasAsked = isEnough || (await this.refresh(url, entry, holders));
    const keys = this.clock.now().getTime() < entry.usableUntil ? entry.keys : [];
    if (!wasAsked && !isWanted(keys))
      throw new ServiceUnavailableError('Too many key sets are being fetched.');
    return keys;
  }

  /** Whether the last attempt to fetch the URL failed: then a key that is not known may be there all the same. */
  isAway(url: string): boolean {
    return this.entries.get(url)?.isAway ?? false;
  }

  private entryOf(url: string): Entry {
    const known = this.entries.get(url);
    if (known === undefined) {
      return {
        keys: [],
        freshUntil: 0,
        usableUntil: 0,
        lastAttempt: 0,
        fetching: undefined,
        isAway: false,
      };
    }
    this.entries.delete(url);
    this.entries.set(url, known);
    return known;
  }

  /** False when it is time to fetch, but there is no slot for it. */
  private async refresh(url: string, entry: Entry, holders: readonly string[]): Promise<boolean> {
    const now = this.clock.now().getTime();
    if (entry.fetching === undefined && now - entry.lastAttempt >= KEY_SET_COOL_DOWN_MS) {
      if (!this.slots.take(holders)) return false;
      this.keep(url, entry);
      entry.lastAttempt = now;
      entry.fetching = this.fetch(url, entry).finally(() => {
        this.slots.free(holders);
        entry.fetching = undefined;
      });
    }
    await entry.fetching;
    return true;
  }

  /** Only what is fetched takes a place: to ask for many must not be enough to push others out. */
  private keep(url: string, entry: Entry): void {
    if (!this.entries.has(url) && this.entries.size >= MAXIMUM_SETS) this.forgetUnused();
    this.entries.set(url, entry);
  }

  /** The least recently used, except while it is fetched: it would be fetched a second time. */
  private forgetUnused(): void {
    for (const [url, { fetching }] of this.entries) {
      if (fetching !== undefined) continue;
      this.entries.delete(url);
      return;
    }
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
    return result.success ? result.data.keys.filter(isUsablePublicJwk).map(bareJwk) : undefined;
  } catch {
    return undefined;
  }
}
