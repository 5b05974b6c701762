/** Hits of one counter in one minute. */
export interface CounterHits {
  /** Bucket and key. */
  readonly counter: string;
  /** Minutes since the epoch. */
  readonly minute: number;
  readonly hits: number;
}

/** Where replicas add up what each of them has counted. */
export abstract class SharedCounters {
  /** False when there is nobody to share with: the embedded database belongs to one process. */
  abstract readonly isShared: boolean;

  /**
   * Adds the hits, in one round trip, and returns the totals of all replicas for the same counters,
   * for the given minute and, where there are any, for the minute before.
   */
  abstract add(hits: readonly CounterHits[]): Promise<CounterHits[]>;

  /** Ends its connection. */
  abstract close(): Promise<void>;
}

/** One process: its own counts are all there is. */
export class LocalCounters extends SharedCounters {
  readonly isShared = false;

  async add(): Promise<CounterHits[]> {
    return [];
  }

  async close(): Promise<void> {}
}
