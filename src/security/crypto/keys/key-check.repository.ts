import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '../../../database/index.js';
import type { KeyCheck } from './key-check.js';

/** Any number that no other user of the same server's advisory locks picks; this one spells "keys". */
const KEY_CHECK_LOCK = 0x6b657973;

@Injectable()
export class KeyCheckRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Shows `work` the checks and stores the one it returns. Replicas take turns: of two that start on an empty
   * database with different keys, the second sees the first one's check.
   */
  async exclusively<T>(work: (checks: KeyCheck[]) => { check: KeyCheck; result: T }): Promise<T> {
    return this.transactions.run(async (transaction) => {
      await transaction.query('SELECT pg_advisory_xact_lock($1)', [KEY_CHECK_LOCK]);
      const { check, result } = work(await readAll(transaction));
      await transaction.query(
        'INSERT INTO key_checks (kid, envelope) VALUES ($1, $2) ON CONFLICT (kid) DO NOTHING',
        [check.kid, check.envelope],
      );
      return result;
    });
  }
}

function readAll(transaction: Transaction): Promise<KeyCheck[]> {
  return transaction.query('SELECT kid, envelope FROM key_checks ORDER BY created_at, kid');
}
