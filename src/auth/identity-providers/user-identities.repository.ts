import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

/** A person at a provider: `sub` is unique and never given to another, below its issuer (OpenID Connect Core §5.7). */
export interface UserIdentity {
  readonly issuer: string;
  readonly subject: string;
}

const FIND = 'SELECT user_id AS "userId" FROM user_identities WHERE issuer = $1 AND subject = $2';
const INSERT = `
  INSERT INTO user_identities (issuer, subject, user_id) VALUES ($1, $2, $3)
  ON CONFLICT (issuer, subject) DO NOTHING
  RETURNING user_id`;
const DELETE =
  'DELETE FROM user_identities WHERE issuer = $1 AND subject = $2 AND user_id = $3 RETURNING user_id';
const LIST = 'SELECT issuer, subject FROM user_identities WHERE user_id = $1 ORDER BY created_at, issuer';

/** The user_identities table: who of ours somebody at a provider is. */
@Injectable()
export class UserIdentities {
  async find(transaction: Transaction, { issuer, subject }: UserIdentity): Promise<string | undefined> {
    const [row] = await transaction.query<{ userId: string }[]>(FIND, [issuer, subject]);
    return row?.userId;
  }

  /** False when the identity belongs to somebody already. */
  async insert(transaction: Transaction, identity: UserIdentity, userId: string): Promise<boolean> {
    const rows = await transaction.query<unknown[]>(INSERT, [identity.issuer, identity.subject, userId]);
    return rows.length === 1;
  }

  /** False when it is not theirs. */
  async delete(transaction: Transaction, identity: UserIdentity, userId: string): Promise<boolean> {
    const parameters = [identity.issuer, identity.subject, userId];
    const [rows] = await transaction.query<[unknown[], number]>(DELETE, parameters);
    return rows.length === 1;
  }

  listOf(transaction: Transaction, userId: string): Promise<UserIdentity[]> {
    return transaction.query<UserIdentity[]>(LIST, [userId]);
  }
}
