import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { reachDatabase } from './reach-database.js';

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
    return reachDatabase(() => this.dataSource.transaction(work));
  }
}
