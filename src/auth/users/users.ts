import { Injectable } from '@nestjs/common';
import { ServiceUnavailableError } from '../../common/problem-error.js';
import { ChangeCache, ChangeFeed, isDatabaseUnavailable } from '../../database/index.js';
import type { User } from './user.js';
import { UserRepository } from './user.repository.js';

/** The people who can log in, cached until one changes on any replica. */
@Injectable()
export class Users {
  private readonly cache: ChangeCache<string, User | null>;

  constructor(
    private readonly repository: UserRepository,
    feed: ChangeFeed,
  ) {
    this.cache = new ChangeCache(feed, ['users'], async (id) => (await this.load(id)) ?? null);
  }

  /**
   * The user as stored, whatever their status.
   *
   * @throws ServiceUnavailableError when they are not cached and the database does not answer.
   */
  async find(id: string): Promise<User | undefined> {
    return this.cache.peek(id) ?? (await this.cache.get(id)) ?? undefined;
  }

  /**
   * The user as stored at this moment: what a person has just changed about themselves holds on their next page.
   *
   * @throws ServiceUnavailableError when the database does not answer.
   */
  reread(id: string): Promise<User | undefined> {
    return this.load(id);
  }

  private async load(id: string): Promise<User | undefined> {
    try {
      return await this.repository.find(id);
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      throw new ServiceUnavailableError('The database does not answer; try again shortly.', { cause: error });
    }
  }
}
