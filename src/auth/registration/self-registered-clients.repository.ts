import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

/** Any number, ours alone: whoever looks after idle clients holds it. */
const REAPER_LOCK = 7_405_918_236;
const TAKE_LOCK = 'SELECT pg_try_advisory_xact_lock($1) AS taken';
const COUNT = `SELECT count(*)::integer AS count FROM clients WHERE registration_origin <> 'administrator'`;
/** Nobody ever logged in for it: the oldest goes first, but none that was registered a moment ago. */
const EVICT = `
  DELETE FROM clients WHERE client_id IN (
    SELECT client_id FROM clients WHERE registration_origin <> 'administrator' AND created_at < $1
      AND NOT EXISTS (SELECT 1 FROM token_families WHERE token_families.client_id = clients.client_id)
      AND NOT EXISTS (SELECT 1 FROM api_keys WHERE api_keys.client_id = clients.client_id)
    ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING client_id AS "clientId"`;
/** $1: since when it must have been idle; $2: now. */
const DELETE_IDLE = `
  DELETE FROM clients WHERE client_id IN (
    SELECT client_id FROM clients WHERE registration_origin <> 'administrator' AND updated_at < $1
      AND NOT EXISTS (
        SELECT 1 FROM token_families WHERE token_families.client_id = clients.client_id
          AND (last_used_at >= $1 OR (revoked_at IS NULL AND expires_at > $2)))
      AND NOT EXISTS (SELECT 1 FROM api_keys WHERE api_keys.client_id = clients.client_id)
    ORDER BY created_at LIMIT 200 FOR UPDATE SKIP LOCKED)
  RETURNING client_id AS "clientId"`;

/** The clients that no administrator has registered, and that therefore have to end by themselves. */
@Injectable()
export class SelfRegisteredClients {
  /** Whether this replica is the one that looks after idle clients until the transaction ends. */
  async takeReaperLock(transaction: Transaction): Promise<boolean> {
    const [row] = await transaction.query<{ taken: boolean }[]>(TAKE_LOCK, [REAPER_LOCK]);
    return row?.taken === true;
  }

  async count(transaction: Transaction): Promise<number> {
    const [row] = await transaction.query<{ count: number }[]>(COUNT);
    return row?.count ?? 0;
  }

  /** Deletes the oldest client that was registered before and never used; its id, or undefined when there is none. */
  async evict(transaction: Transaction, registeredBefore: Date): Promise<string | undefined> {
    const [rows] = await transaction.query<[{ clientId: string }[], number]>(EVICT, [registeredBefore]);
    return rows[0]?.clientId;
  }

  /** Deletes some of those that nobody uses and nobody has used since; their ids. */
  async deleteIdle(transaction: Transaction, idleSince: Date, now: Date): Promise<string[]> {
    const [rows] = await transaction.query<[{ clientId: string }[], number]>(DELETE_IDLE, [idleSince, now]);
    return rows.map(({ clientId }) => clientId);
  }
}
