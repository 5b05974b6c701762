import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ServiceUnavailableError } from '../common/problem-error.js';
import { isDatabaseUnavailable } from './database-errors.js';

/** An open transaction; pass it on to whatever has to commit together. */
export type Transaction = EntityManager;

@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction. Never await an audit flush or another connection inside it:
   * the embedded database has one session, and a server's pool can run dry.
   *
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async run<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.reach(() => this.dataSource.transaction(work));
  }

  /**
   * The rows of one reading statement, which needs no transaction around it.
   *
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async query<Row>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.reach(() => this.dataSource.query<Row[]>(statement, [...values]));
  }

  private async reach<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      throw new ServiceUnavailableError('The database does not answer; try again shortly.', { cause: error });
    }
  }
}
