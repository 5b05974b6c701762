import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '../../database/index.js';
import type { ExpiredRows } from './expired-rows.js';

/** Any number that no other advisory lock of this service uses. */
const LOCK = 0x70757267;
const TRY_LOCK = 'SELECT pg_try_advisory_xact_lock($1) AS locked';

/** After the window nobody may have the successor of a used token again, so its envelope goes (RFC 9700 §4.14.2). */
const ERASE_SUCCESSORS = `
  UPDATE refresh_tokens SET successor = NULL WHERE digest IN
    (SELECT digest FROM refresh_tokens WHERE successor IS NOT NULL AND retry_until <= now()
     LIMIT $1 FOR UPDATE SKIP LOCKED)`;

/** Removes what has expired. */
@Injectable()
export class RetentionRepository {
  constructor(private readonly transactions: Transactions) {}

  /** How many envelopes of successors were erased; undefined while another replica does such work. */
  eraseSuccessors(limit: number): Promise<number | undefined> {
    return this.alone((transaction) => changed(transaction, ERASE_SUCCESSORS, [limit]));
  }

  /**
   * Deletes some of the rows, and leaves those in use alone. How many; undefined while another replica does.
   *
   * @param tokenSeconds life of an access token.
   */
  delete(
    { table, condition }: ExpiredRows,
    limit: number,
    tokenSeconds: number,
  ): Promise<number | undefined> {
    // Names and conditions are ours, never a caller's.
    const statement = `
      DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM ${table} WHERE ${condition} AND $2::integer > 0 LIMIT $1 FOR UPDATE SKIP LOCKED))`;
    return this.alone((transaction) => changed(transaction, statement, [limit, tokenSeconds]));
  }

  /** The embedded database has one session, which no lock keeps out; nor is there another replica. */
  private alone(work: (transaction: Transaction) => Promise<number>): Promise<number | undefined> {
    return this.transactions.run(async (transaction) => {
      const [row] = await transaction.query<{ locked: boolean }[]>(TRY_LOCK, [LOCK]);
      return row?.locked === true ? work(transaction) : undefined;
    });
  }
}

async function changed(transaction: Transaction, statement: string, values: unknown[]): Promise<number> {
  const [, count] = await transaction.query<[unknown, number]>(statement, values);
  return count;
}
