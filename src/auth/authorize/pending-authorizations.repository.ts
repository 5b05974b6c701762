import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

export interface PendingAuthorizationRow {
  readonly id: string;
  readonly browserDigest: string;
  readonly clientId: string;
  readonly sessionId: string | null;
  /** Envelope. */
  readonly request: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const INSERT = `
  INSERT INTO pending_authorizations
    (id, browser_digest, client_id, session_id, request, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const FIND = `
  SELECT id, browser_digest AS "browserDigest", client_id AS "clientId", session_id AS "sessionId",
    request, created_at AS "createdAt", expires_at AS "expiresAt"
  FROM pending_authorizations WHERE id = $1 AND expires_at > now()`;
const DELETE = 'DELETE FROM pending_authorizations WHERE id = $1 AND expires_at > now() RETURNING id';

/** The pending_authorizations table. */
@Injectable()
export class PendingAuthorizationRows {
  async insert(transaction: Transaction, row: PendingAuthorizationRow): Promise<void> {
    const { id, browserDigest, clientId, sessionId, request, createdAt, expiresAt } = row;
    await transaction.query(INSERT, [id, browserDigest, clientId, sessionId, request, createdAt, expiresAt]);
  }

  async find(transaction: Transaction, id: string): Promise<PendingAuthorizationRow | undefined> {
    const [row] = await transaction.query<PendingAuthorizationRow[]>(FIND, [id]);
    return row;
  }

  /** False when there is none that has not expired. */
  async delete(transaction: Transaction, id: string): Promise<boolean> {
    const [rows] = await transaction.query<[unknown[], number]>(DELETE, [id]);
    return rows.length === 1;
  }
}
