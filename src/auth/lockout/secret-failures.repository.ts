import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '../../database/index.js';
import type { Lockout } from './lockout.js';

/** One statement, so that parallel failures on several replicas are each counted. A row that has expired starts anew. */
const COUNT = `
  INSERT INTO secret_failures AS known (client_id, address, failures, expires_at)
  VALUES ($1, $2, 1, now() + $3 * interval '1 second')
  ON CONFLICT (client_id, address) DO UPDATE SET
    failures = CASE WHEN known.expires_at <= now() THEN 1 ELSE known.failures + 1 END,
    locked_until = CASE WHEN known.expires_at <= now() THEN NULL ELSE known.locked_until END,
    expires_at = EXCLUDED.expires_at
  RETURNING failures, locked_until IS NOT NULL AS locked`;
const LOCK = `
  UPDATE secret_failures SET locked_until = expires_at WHERE client_id = $1 AND address = $2`;
const FORGET = 'DELETE FROM secret_failures WHERE client_id = $1 AND address = $2';
const FORGET_EXPIRED = `
  DELETE FROM secret_failures WHERE (client_id, address) IN
    (SELECT client_id, address FROM secret_failures WHERE expires_at < now() LIMIT 100)`;
/** Newest first and bounded: each replica keeps them in memory. */
const ACTIVE = `
  SELECT client_id AS "clientId", address, locked_until AS "lockedUntil" FROM secret_failures
  WHERE locked_until > now() ORDER BY locked_until DESC LIMIT 10000`;

/** Wrong secrets by client and address, in Postgres. */
@Injectable()
export class SecretFailures {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Counts a failure and returns how many there are, none of them older than `seconds` before the next.
   * Rows that nobody needs any more go at the same time.
   */
  async count(
    transaction: Transaction,
    { clientId, address, seconds }: { clientId: string; address: string; seconds: number },
  ): Promise<{ failures: number; locked: boolean }> {
    await transaction.query(FORGET_EXPIRED);
    const [row] = await transaction.query<{ failures: number; locked: boolean }[]>(COUNT, [
      clientId,
      address,
      seconds,
    ]);
    return row ?? { failures: 0, locked: false };
  }

  async lock(transaction: Transaction, clientId: string, address: string): Promise<void> {
    await transaction.query(LOCK, [clientId, address]);
  }

  async forget(clientId: string, address: string): Promise<void> {
    await this.transactions.run((transaction) => transaction.query(FORGET, [clientId, address]));
  }

  active(): Promise<Lockout[]> {
    return this.transactions.run((transaction) => transaction.query<Lockout[]>(ACTIVE));
  }
}
