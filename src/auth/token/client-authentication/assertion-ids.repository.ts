import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../database/index.js';
import { sha256 } from '../../../security/crypto/index.js';
import { MARGIN } from '../../retention/expired-rows.js';
import type { AssertionId } from './assertion-claims.js';

/** With a margin: a replica whose clock is behind still takes what has expired by the database's. */
const FORGET_EXPIRED = `
  DELETE FROM client_assertion_ids WHERE digest IN
    (SELECT digest FROM client_assertion_ids WHERE expires_at < now() - ${MARGIN}
     LIMIT 100 FOR UPDATE SKIP LOCKED)`;
/** One statement: of parallel uses, on whatever replica, one inserts. */
const USE = `
  INSERT INTO client_assertion_ids (digest, expires_at) VALUES ($1, to_timestamp($2))
  ON CONFLICT DO NOTHING RETURNING digest`;

/** Assertions that were used, until they expire; in the database, so that no replica takes one again. */
@Injectable()
export class AssertionIds {
  constructor(private readonly transactions: Transactions) {}

  /** False when the client has used the id before. */
  use(clientId: string, { jti, exp }: AssertionId): Promise<boolean> {
    return this.transactions.run(async (transaction) => {
      await transaction.query(FORGET_EXPIRED);
      const digest = sha256(JSON.stringify([clientId, jti]));
      const inserted = await transaction.query<unknown[]>(USE, [digest, Math.ceil(exp)]);
      return inserted.length === 1;
    });
  }
}
