import { Injectable } from '@nestjs/common';
import { TooManyRequestsError } from '../../../common/problem-error.js';
import { Configuration } from '../../../config/index.js';
import type { Client } from '../../clients/client.js';
import { Clients } from '../../clients/clients.js';
import { addressBlock } from '../../rate-limit/address-block.js';
import { RateLimiter } from '../../rate-limit/rate-limiter.js';

const BUCKET = 'unknown-client';
const RETRY_SECONDS = 60;
/** Ids remembered; the oldest are forgotten first. */
const MAXIMUM_SEEN = 10_000;

/**
 * Finds the client that a request claims to come from. Each unknown id costs a query, and there is no end of ids: an
 * address that has asked for too many of them is only listened to about clients that have been here before.
 */
@Injectable()
export class ClientLookup {
  /** Ids that existed when they were last looked for; the cache itself is emptied at every change of any client. */
  private readonly seen = new Set<string>();

  constructor(
    private readonly clients: Clients,
    private readonly limiter: RateLimiter,
    private readonly configuration: Configuration,
  ) {}

  /** @throws TooManyRequestsError when the address has used up its failures and nobody knows the client here. */
  async find(clientId: string, address: string): Promise<Client | undefined> {
    const known = this.clients.peek(clientId);
    if (known !== undefined) return known ?? undefined;
    const { failedAuthenticationsPerMinute: limit } = this.configuration.limits;
    const block = addressBlock(address);
    if (!this.seen.has(clientId) && !this.limiter.hasRoom(BUCKET, block, limit))
      throw new TooManyRequestsError('Too many requests that are not valid.', RETRY_SECONDS);
    const client = await this.clients.find(clientId);
    if (client !== undefined) this.remember(clientId);
    else this.limiter.consume(BUCKET, block, limit);
    return client;
  }

  private remember(clientId: string): void {
    this.seen.add(clientId);
    const [oldest] = this.seen;
    if (this.seen.size > MAXIMUM_SEEN && oldest !== undefined) this.seen.delete(oldest);
  }
}
