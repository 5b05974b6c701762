import { Injectable } from '@nestjs/common';
import { ServiceUnavailableError } from '../../common/problem-error.js';
import { ChangeCache, ChangeFeed, isDatabaseUnavailable } from '../../database/index.js';
import { CLIENT_ID, type Client } from './client.js';
import { ClientRepository } from './client.repository.js';

/** The registered clients, cached until one changes on any replica. */
@Injectable()
export class Clients {
  private readonly cache: ChangeCache<string, Client | null>;

  constructor(
    private readonly repository: ClientRepository,
    feed: ChangeFeed,
  ) {
    this.cache = new ChangeCache(feed, ['clients'], async (clientId) => (await this.load(clientId)) ?? null);
  }

  /**
   * The client as registered, whatever its status; ask `isUsable` before serving it.
   *
   * @throws ServiceUnavailableError when it is not cached and the database does not answer.
   */
  async find(clientId: string): Promise<Client | undefined> {
    if (!CLIENT_ID.test(clientId)) return undefined;
    return this.cache.peek(clientId) ?? (await this.cache.get(clientId)) ?? undefined;
  }

  /** What is in memory: null of a client that does not exist, undefined when `find` would ask the database. */
  peek(clientId: string): Client | null | undefined {
    return this.cache.peek(clientId);
  }

  /** Has the next one who asks read it anew: who changed a client here must not wait to hear of it from the feed. */
  forget(clientId: string): void {
    this.cache.drop(clientId);
  }

  private async load(clientId: string): Promise<Client | undefined> {
    try {
      return await this.repository.find(clientId);
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      throw new ServiceUnavailableError('The database does not answer; try again shortly.', { cause: error });
    }
  }
}
