import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '../../database/index.js';

/** An initial access token (RFC 7591 §3), as listed; the token itself is not kept. */
export interface RegistrationToken {
  readonly id: string;
  readonly name: string;
  /** Null = as often as one likes. */
  readonly maximumUses: number | null;
  readonly uses: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export type NewRegistrationToken = Pick<RegistrationToken, 'id' | 'name' | 'maximumUses' | 'expiresAt'> & {
  readonly digest: string;
};

const INSERT = `
  INSERT INTO registration_tokens (id, digest, name, maximum_uses, expires_at) VALUES ($1, $2, $3, $4, $5)`;
/** One statement: of parallel uses, no more succeed than are left. */
const USE = `
  UPDATE registration_tokens SET uses = uses + 1
  WHERE digest = $1 AND revoked_at IS NULL AND expires_at > $2 AND (maximum_uses IS NULL OR uses < maximum_uses)
  RETURNING id`;
const REVOKE = `
  UPDATE registration_tokens SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL RETURNING id`;
const LIST = `
  SELECT id, name, maximum_uses AS "maximumUses", uses, created_at AS "createdAt", expires_at AS "expiresAt",
         revoked_at AS "revokedAt"
  FROM registration_tokens ORDER BY created_at DESC LIMIT 1000`;

/** The registration_tokens table. */
@Injectable()
export class RegistrationTokenRows {
  constructor(private readonly transactions: Transactions) {}

  async insert(transaction: Transaction, token: NewRegistrationToken): Promise<void> {
    const { id, digest, name, maximumUses, expiresAt } = token;
    await transaction.query(INSERT, [id, digest, name, maximumUses, expiresAt]);
  }

  /** Uses it once; its id, or undefined when it is unknown, revoked, expired or used up. */
  async use(transaction: Transaction, digest: string, now: Date): Promise<string | undefined> {
    const [rows] = await transaction.query<[{ id: string }[], number]>(USE, [digest, now]);
    return rows[0]?.id;
  }

  /** False when there is no such token, or it was revoked before. */
  async revoke(transaction: Transaction, id: string): Promise<boolean> {
    const [rows] = await transaction.query<[unknown[], number]>(REVOKE, [id]);
    return rows.length === 1;
  }

  /** Newest first. */
  list(): Promise<RegistrationToken[]> {
    return this.transactions.run((transaction) => transaction.query<RegistrationToken[]>(LIST));
  }
}
