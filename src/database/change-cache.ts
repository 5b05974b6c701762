import type { ChangeFeed, ChangeTopic } from './change-feed.js';

/**
 * A bounded in-memory copy of rows that the change feed keeps honest: emptied when one of its topics
 * changes, bypassed while the feed is not current. A value whose load began before a change is not kept.
 */
export class ChangeCache<Key, Value> {
  private readonly values = new Map<Key, Value>();
  private generation = 0;

  constructor(
    private readonly feed: ChangeFeed,
    topics: readonly ChangeTopic[],
    private readonly load: (key: Key) => Promise<Value>,
    private readonly maximum = 10_000,
  ) {
    for (const topic of topics) feed.onChange(topic, () => this.clear());
  }

  /** The cached value if it can be trusted just now, without any wait. */
  peek(key: Key): Value | undefined {
    return this.feed.isCurrent() ? this.values.get(key) : undefined;
  }

  async get(key: Key): Promise<Value> {
    const known = this.peek(key);
    if (known !== undefined) return known;
    const generation = this.generation;
    const value = await this.load(key);
    if (generation === this.generation && this.feed.isCurrent()) this.keep(key, value);
    return value;
  }

  /** Forgets one key, for what grows old by itself. */
  drop(key: Key): void {
    this.values.delete(key);
  }

  clear(): void {
    this.generation += 1;
    this.values.clear();
  }

  private keep(key: Key, value: Value): void {
    if (this.values.size >= this.maximum) {
      const [oldest] = this.values.keys();
      if (oldest !== undefined) this.values.delete(oldest);
    }
    this.values.set(key, value);
  }
}
