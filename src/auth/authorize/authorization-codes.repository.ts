import { Injectable } from '@nestjs/common';
import { insertRecordFrom, type RecordValue } from '../../audit/index.js';
import { Statements, type Transaction } from '../../database/index.js';
import type { UserStatus } from '../users/user.js';

export interface NewCodeRow {
  readonly digest: string;
  readonly familyId: string;
  readonly redirectUri: string;
  readonly redirectUriSent: boolean;
  readonly codeChallenge: string;
  readonly nonce: string | undefined;
  readonly authenticationMethods: readonly string[];
  readonly lifeSeconds: number;
}

/** A code as it is at this moment, with what it stands for. */
export interface AuthorizationCode {
  readonly digest: string;
  readonly state: 'current' | 'used' | 'expired';
  readonly redirectUri: string;
  readonly redirectUriSent: boolean;
  readonly codeChallenge: string;
  readonly nonce: string | null;
  readonly authenticationMethods: readonly string[];
  readonly familyId: string;
  readonly userId: string;
  readonly sessionId: string | null;
  readonly scopes: readonly string[];
  readonly audience: readonly string[];
  /** Null when it is not known. */
  readonly authenticatedAt: Date | null;
  readonly isRevoked: boolean;
  readonly userStatus: UserStatus;
  readonly userRoles: readonly string[];
}

/** The first refresh token of the family; of null where the client gets none. */
export interface FirstRefreshTokenRow {
  readonly digest: string | null;
  /** How long it lives unused. */
  readonly idleSeconds: number;
}

const INSERT = `
  INSERT INTO authorization_codes
    (digest, family_id, redirect_uri, redirect_uri_sent, code_challenge, nonce, authentication_methods, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8))`;

const FIND = {
  name: 'find_authorization_code',
  text: `
    SELECT code.digest,
      CASE WHEN code.used_at IS NOT NULL THEN 'used' WHEN code.expires_at > now() THEN 'current'
           ELSE 'expired' END AS state,
      code.redirect_uri AS "redirectUri", code.redirect_uri_sent AS "redirectUriSent",
      code.code_challenge AS "codeChallenge", code.nonce,
      code.authentication_methods AS "authenticationMethods", family.id AS "familyId",
      family.user_id AS "userId", family.session_id AS "sessionId", family.scopes, family.audience,
      family.authenticated_at AS "authenticatedAt", family.revoked_at IS NOT NULL AS "isRevoked",
      person.status AS "userStatus", person.roles AS "userRoles"
    FROM authorization_codes code
    JOIN token_families family ON family.id = code.family_id
    JOIN users person ON person.id = family.user_id
    WHERE code.digest = $1 AND family.client_id = $2`,
};

const USE_UP = {
  name: 'use_up_authorization_code',
  text: 'UPDATE authorization_codes SET used_at = now() WHERE digest = $1 AND used_at IS NULL RETURNING digest',
};

/**
 * One statement uses the code up, inserts the refresh token and records it, or does nothing. Uses at the same time
 * wait for each other's row lock; the later ones then see `used_at` and find nothing. The lock on the family makes a
 * revocation that runs at the same time either wait for this or be seen by it. No token outlives its family.
 */
const REDEEM = {
  name: 'redeem_authorization_code',
  text: `
    WITH family AS (
      SELECT family.id, family.expires_at
      FROM authorization_codes code JOIN token_families family ON family.id = code.family_id
      WHERE code.digest = $1 AND family.revoked_at IS NULL
      FOR SHARE OF family
    ), used AS (
      UPDATE authorization_codes code SET used_at = now() FROM family
      WHERE code.digest = $1 AND code.used_at IS NULL AND code.expires_at > now()
      RETURNING family.id, family.expires_at
    ), first AS (
      INSERT INTO refresh_tokens (digest, family_id, generation, expires_at)
      SELECT $2, id, 1, least(expires_at, now() + make_interval(secs => $3)) FROM used WHERE $2::text IS NOT NULL
    ), recorded AS (
      ${insertRecordFrom('used', 4)}
    )
    SELECT id FROM used`,
};

/** The authorization_codes table. Its times are the database's, so that no clock that jumps back revives a code. */
@Injectable()
export class AuthorizationCodeRows {
  constructor(private readonly statements: Statements) {}

  async insert(transaction: Transaction, row: NewCodeRow): Promise<void> {
    await transaction.query(INSERT, [
      row.digest,
      row.familyId,
      row.redirectUri,
      row.redirectUriSent,
      row.codeChallenge,
      row.nonce ?? null,
      row.authenticationMethods,
      row.lifeSeconds,
    ]);
  }

  async find(digest: string, clientId: string): Promise<AuthorizationCode | undefined> {
    const [row] = await this.statements.run<AuthorizationCode>(FIND, [digest, clientId]);
    return row;
  }

  /** False when somebody has used it before. */
  async useUp(digest: string): Promise<boolean> {
    return (await this.statements.run(USE_UP, [digest])).length === 1;
  }

  /** The family; undefined when the code is used, has expired, or its family ended. */
  async redeem(
    digest: string,
    first: FirstRefreshTokenRow,
    record: readonly RecordValue[],
  ): Promise<{ id: string } | undefined> {
    const values = [digest, first.digest, first.idleSeconds, ...record];
    const [family] = await this.statements.run<{ id: string }>(REDEEM, values);
    return family;
  }
}
