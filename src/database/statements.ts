import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { DatabaseServer } from './database-server.js';
import { reachDatabase } from './reach-database.js';

/** A statement whose text never changes; a server parses and plans it once for each connection. */
export interface Statement {
  /** Of no other statement. */
  readonly name: string;
  readonly text: string;
}

/**
 * Statements that need no transaction around them, because each is one: for what is asked so often that the
 * round trips of BEGIN and COMMIT, and an ORM in between, would cost more than the work.
 */
@Injectable()
export class Statements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly server: DatabaseServer,
  ) {}

  /**
   * The rows it answers with. Never await it inside a transaction: it takes a connection of its own.
   *
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async run<Row extends object>({ name, text }: Statement, values: readonly unknown[]): Promise<Row[]> {
    // The embedded database's connections share one session, and with it the names: there it stays without.
    const prepared = this.server.isEmbedded ? { text } : { name, text };
    const { rows } = await reachDatabase(() => this.pool.query<Row>({ ...prepared, values: [...values] }));
    return rows;
  }

  /** TypeORM's own, so that its limit holds for all, and with it the single connection of the embedded database. */
  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { readonly master: Pool }).master;
  }
}
