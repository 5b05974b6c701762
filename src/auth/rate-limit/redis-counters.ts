import type { RedisClientType } from 'redis';
import { SharedCounters, type CounterHits } from './shared-counters.js';

const PREFIX = 'gatehouse:rate';
/** The running minute and the one after it, in which it still weighs. */
const KEPT_SECONDS = 150;
const TIMEOUT_MS = 1_000;

/** Counters in Redis; one pipeline an exchange. */
export class RedisCounters extends SharedCounters {
  readonly isShared = true;
  private client: RedisClientType | undefined;

  constructor(private readonly url: string) {
    super();
  }

  async add(hits: readonly CounterHits[]): Promise<CounterHits[]> {
    const client = await this.connected();
    const replies = await Promise.all(hits.map((hit) => this.addOne(client, hit)));
    return replies.flat();
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client !== undefined) client.destroy();
  }

  /** Commands given in one turn of the event loop leave in one write. */
  private async addOne(
    client: RedisClientType,
    { counter, minute, hits }: CounterHits,
  ): Promise<CounterHits[]> {
    const key = keyOf(counter, minute);
    const [total, , before] = await Promise.all([
      client.incrBy(key, hits),
      client.expire(key, KEPT_SECONDS),
      client.get(keyOf(counter, minute - 1)),
    ]);
    return [
      { counter, minute, hits: total },
      { counter, minute: minute - 1, hits: Number(before ?? 0) },
    ];
  }

  private async connected(): Promise<RedisClientType> {
    if (this.client?.isReady === true) return this.client;
    await this.close();
    // Hundreds of modules that only who has a Redis needs.
    const { createClient } = await import('redis');
    const client: RedisClientType = createClient({
      url: this.url,
      disableOfflineQueue: true,
      commandOptions: { timeout: TIMEOUT_MS },
      socket: { connectTimeout: TIMEOUT_MS, reconnectStrategy: false },
    });
    // Reported by whoever asked; without a listener it would end the process.
    client.on('error', () => undefined);
    await client.connect();
    this.client = client;
    return client;
  }
}

function keyOf(counter: string, minute: number): string {
  return `${PREFIX}:${minute}:${counter}`;
}
