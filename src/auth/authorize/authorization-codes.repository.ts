import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';
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

/** A code at the moment it was used, with what it stands for. */
export interface CodeUse {
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
  readonly authenticatedAt: Date;
  readonly isRevoked: boolean;
  readonly userStatus: UserStatus;
  readonly userRoles: readonly string[];
}

const INSERT = `
  INSERT INTO authorization_codes
    (digest, family_id, redirect_uri, redirect_uri_sent, code_challenge, nonce, authentication_methods, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8))`;
/** Uses at the same time wait for each other's row lock; the later ones then see `used_at` and find nothing. */
const USE = `
  UPDATE authorization_codes AS code SET used_at = now()
  FROM token_families AS family JOIN users AS person ON person.id = family.user_id
  WHERE code.digest = $1 AND family.id = code.family_id AND family.client_id = $2
    AND code.used_at IS NULL AND code.expires_at > now()
  RETURNING code.redirect_uri AS "redirectUri", code.redirect_uri_sent AS "redirectUriSent",
    code.code_challenge AS "codeChallenge", code.nonce,
    code.authentication_methods AS "authenticationMethods", family.id AS "familyId",
    family.user_id AS "userId", family.session_id AS "sessionId", family.scopes, family.audience,
    family.authenticated_at AS "authenticatedAt", family.revoked_at IS NOT NULL AS "isRevoked",
    person.status AS "userStatus", person.roles AS "userRoles"`;
const FAMILY_OF_USED = `
  SELECT family.id FROM authorization_codes AS code JOIN token_families AS family ON family.id = code.family_id
  WHERE code.digest = $1 AND family.client_id = $2 AND code.used_at IS NOT NULL`;

/** A family whose code nobody redeemed in time has no tokens and never will; the code goes with it. */
const REAP = `
  DELETE FROM token_families WHERE id IN (
    SELECT family_id FROM authorization_codes
    WHERE used_at IS NULL AND expires_at < now() - interval '1 hour' LIMIT 100 FOR UPDATE SKIP LOCKED)`;

/** The authorization_codes table. Its times are the database's, so that no clock that jumps back revives a code. */
@Injectable()
export class AuthorizationCodeRows {
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

  /** A few at a time, whenever a code is issued. */
  async reap(transaction: Transaction): Promise<void> {
    await transaction.query(REAP);
  }

  async use(transaction: Transaction, digest: string, clientId: string): Promise<CodeUse | undefined> {
    const [rows] = await transaction.query<[CodeUse[], number]>(USE, [digest, clientId]);
    return rows[0];
  }

  async familyOfUsed(
    transaction: Transaction,
    digest: string,
    clientId: string,
  ): Promise<string | undefined> {
    const [row] = await transaction.query<{ id: string }[]>(FAMILY_OF_USED, [digest, clientId]);
    return row?.id;
  }
}
