import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

export interface PushedRequestRow {
  readonly digest: string;
  readonly clientId: string;
  /** Envelope. */
  readonly parameters: string;
  readonly lifeSeconds: number;
}

const INSERT = `
  INSERT INTO pushed_authorization_requests (digest, client_id, parameters, expires_at)
  VALUES ($1, $2, $3, now() + make_interval(secs => $4))`;
const TAKE = `
  DELETE FROM pushed_authorization_requests WHERE digest = $1 AND client_id = $2 AND expires_at > now()
  RETURNING parameters`;

/** The pushed_authorization_requests table. */
@Injectable()
export class PushedRequestRows {
  async insert(transaction: Transaction, row: PushedRequestRow): Promise<void> {
    await transaction.query(INSERT, [row.digest, row.clientId, row.parameters, row.lifeSeconds]);
  }

  /** Removes and returns the envelope, once. */
  async take(transaction: Transaction, digest: string, clientId: string): Promise<string | undefined> {
    const [rows] = await transaction.query<[{ parameters: string }[], number]>(TAKE, [digest, clientId]);
    return rows[0]?.parameters;
  }
}
