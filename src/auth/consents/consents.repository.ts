import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';
import type { ConnectedClient, Consent, ConsentScope } from './consent.js';

const FIND = `
  SELECT user_id AS "userId", client_id AS "clientId", scopes,
    created_at AS "createdAt", updated_at AS "updatedAt",
    (SELECT COALESCE(jsonb_agg(jsonb_build_object('resource', resource, 'scopes', to_jsonb(each.scopes))), '[]')
     FROM consented_resources AS each
     WHERE each.user_id = consents.user_id AND each.client_id = consents.client_id) AS resources
  FROM consents WHERE user_id = $1 AND client_id = $2`;
const LOCK = 'SELECT 1 FROM consents WHERE user_id = $1 AND client_id = $2 FOR UPDATE';
/** A row that nobody else can see yet makes who would add the same one wait for the end of this transaction. */
const BEGIN = `
  INSERT INTO consents (user_id, client_id, scopes) VALUES ($1, $2, '{}')
  ON CONFLICT (user_id, client_id) DO NOTHING`;
const SAVE = 'UPDATE consents SET scopes = $3, updated_at = now() WHERE user_id = $1 AND client_id = $2';
const SAVE_RESOURCES = `
  INSERT INTO consented_resources AS known (user_id, client_id, resource, scopes)
  SELECT DISTINCT $1::uuid, $2::text, resource, $3::text[] FROM unnest($4::text[]) AS resource
  ON CONFLICT (user_id, client_id, resource) DO UPDATE
    SET scopes = ARRAY(SELECT DISTINCT unnest(known.scopes || EXCLUDED.scopes))`;
/** With its resources (ON DELETE CASCADE). */
const DELETE = 'DELETE FROM consents WHERE user_id = $1 AND client_id = $2 RETURNING scopes';
const LIVING_FAMILIES = `
  SELECT id FROM token_families
  WHERE user_id = $1 AND client_id = $2 AND revoked_at IS NULL AND expires_at > now()`;
/** A family without a remembered consent is listed too: whoever holds tokens must be there to be revoked. */
const CONNECTED = `
  WITH living AS (
    SELECT client_id, max(last_used_at) AS last_used_at, min(created_at) AS created_at
    FROM token_families
    WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > now()
    GROUP BY client_id
  ), scopes AS (
    SELECT client_id, array_agg(DISTINCT scope) AS scopes FROM (
      SELECT client_id, unnest(scopes) AS scope FROM consents WHERE user_id = $1
      UNION
      SELECT client_id, unnest(scopes) FROM token_families
      WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > now()
    ) AS each GROUP BY client_id
  )
  SELECT scopes.client_id AS "clientId", client_name AS "clientName", scopes.scopes,
    COALESCE(consents.updated_at, living.created_at) AS "consentedAt", living.last_used_at AS "lastUsedAt"
  FROM scopes
  JOIN clients USING (client_id)
  LEFT JOIN living USING (client_id)
  LEFT JOIN consents ON consents.client_id = scopes.client_id AND consents.user_id = $1
  ORDER BY COALESCE(living.last_used_at, consents.updated_at) DESC, scopes.client_id`;

/** The consents table, and the token families that came of consents. */
@Injectable()
export class ConsentRows {
  async find(transaction: Transaction, userId: string, clientId: string): Promise<Consent | undefined> {
    const [row] = await transaction.query<Consent[]>(FIND, [userId, clientId]);
    return row;
  }

  /** As `find`, and kept from changing until the transaction ends. Read once it is locked: as it is then. */
  async lock(transaction: Transaction, userId: string, clientId: string): Promise<Consent | undefined> {
    await transaction.query(LOCK, [userId, clientId]);
    return this.find(transaction, userId, clientId);
  }

  /**
   * As `lock`, and begins a consent of nothing where there is none: of two that are the first at the same time, the
   * later reads what the earlier allowed.
   */
  async begin(transaction: Transaction, userId: string, clientId: string): Promise<Consent | undefined> {
    await transaction.query(BEGIN, [userId, clientId]);
    return this.lock(transaction, userId, clientId);
  }

  /**
   * Of a consent that `begin` has locked.
   *
   * @param all every scope of the consent, those that it had before too.
   */
  async save(
    transaction: Transaction,
    { userId, clientId, scopes, audience }: ConsentScope,
    all: readonly string[],
  ): Promise<void> {
    await transaction.query(SAVE, [userId, clientId, all]);
    await transaction.query(SAVE_RESOURCES, [userId, clientId, scopes, audience]);
  }

  /** The scopes that were allowed; undefined when there is no consent. */
  async delete(transaction: Transaction, userId: string, clientId: string): Promise<string[] | undefined> {
    const [rows] = await transaction.query<[{ scopes: string[] }[], number]>(DELETE, [userId, clientId]);
    return rows[0]?.scopes;
  }

  async livingFamilies(transaction: Transaction, userId: string, clientId: string): Promise<string[]> {
    const rows = await transaction.query<{ id: string }[]>(LIVING_FAMILIES, [userId, clientId]);
    return rows.map(({ id }) => id);
  }

  connectedClients(transaction: Transaction, userId: string): Promise<ConnectedClient[]> {
    return transaction.query<ConnectedClient[]>(CONNECTED, [userId]);
  }
}
