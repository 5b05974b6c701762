import { Injectable } from '@nestjs/common';
import { insertRecordFrom, type RecordValue } from '../../audit/index.js';
import { Statements } from '../../database/index.js';
import type { RefreshableFamily, RefreshToken, RefreshTokenState } from './refresh-token.js';

const FIND = {
  name: 'find_refresh_token',
  text: `
    SELECT token.digest, token.generation, token.created_at AS "createdAt", token.expires_at AS "expiresAt",
      CASE WHEN token.used_at IS NULL AND token.expires_at > now() THEN 'current'
           WHEN token.used_at IS NULL THEN 'expired'
           WHEN token.successor IS NOT NULL AND token.retry_until > now() AND next.used_at IS NULL THEN 'retriable'
           ELSE 'used' END AS state,
      extract(epoch FROM family.expires_at - now())::float8 AS "familySeconds",
      family.id, family.user_id AS "userId", family.client_id AS "clientId", family.session_id AS "sessionId",
      family.scopes, family.audience, family.authenticated_at AS "authenticatedAt",
      family.revoked_at IS NOT NULL AS "isRevoked"
    FROM refresh_tokens token
    JOIN token_families family ON family.id = token.family_id
    LEFT JOIN refresh_tokens next ON next.family_id = token.family_id AND next.generation = token.generation + 1
    WHERE token.digest = $1`,
};

/**
 * One statement takes the token out of use, puts its successor in its place and records it, or does nothing of it. Of
 * parallel uses the first locks the row and the others find it used. Touching the family makes a revocation that runs
 * at the same time either wait for this or be seen by it. A used successor ends the retries of what came before. No
 * token outlives its family.
 */
const ROTATE = {
  name: 'rotate_refresh_token',
  text: `
    WITH used AS (
      UPDATE refresh_tokens SET used_at = now(), successor = $3, retry_until = now() + make_interval(secs => $4)
      WHERE digest = $1 AND used_at IS NULL AND expires_at > now()
      RETURNING family_id, generation
    ), family AS (
      UPDATE token_families SET last_used_at = now() FROM used
      WHERE id = used.family_id AND revoked_at IS NULL AND expires_at > now()
      RETURNING id, expires_at, used.generation
    ), settled AS (
      UPDATE refresh_tokens SET successor = NULL FROM family
      WHERE family_id = family.id AND refresh_tokens.generation = family.generation - 1 AND successor IS NOT NULL
    ), next AS (
      INSERT INTO refresh_tokens (digest, family_id, generation, expires_at)
      SELECT $2, id, generation + 1, least(expires_at, now() + make_interval(secs => $5)) FROM family
      RETURNING generation
    ), recorded AS (
      ${insertRecordFrom('next', 6)}
    )
    SELECT generation FROM next`,
};

/**
 * The same conditions as in FIND, asked again after the row was free, and the record of it. Without a lock, for many
 * may ask at once: should the family end meanwhile, nothing of it works, the answer's tokens included.
 */
const RETRY = {
  name: 'retry_refresh_token',
  text: `
    WITH retried AS (
      SELECT token.successor
      FROM refresh_tokens token
      JOIN refresh_tokens next ON next.family_id = token.family_id AND next.generation = token.generation + 1
      JOIN token_families family ON family.id = token.family_id
      WHERE token.digest = $1 AND token.successor IS NOT NULL AND token.retry_until > now()
        AND next.used_at IS NULL AND family.revoked_at IS NULL AND family.expires_at > now()
    ), recorded AS (
      ${insertRecordFrom('retried', 2)}
    )
    SELECT successor FROM retried`,
};

interface Row extends Omit<RefreshableFamily, 'sessionId'> {
  readonly digest: string;
  readonly generation: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly state: RefreshTokenState;
  readonly familySeconds: number;
  readonly sessionId: string | null;
}

export interface NewRotation {
  /** Of the token that is shown. */
  readonly digest: string;
  readonly successorDigest: string;
  /** Envelope of the successor; undefined when its answer may not be asked for again. */
  readonly successor: string | undefined;
  readonly retrySeconds: number;
  /** How long the successor lives unused. */
  readonly idleSeconds: number;
}

/** The refresh tokens table. All times are the database's: replicas share its clock. */
@Injectable()
export class RefreshTokenRepository {
  constructor(private readonly statements: Statements) {}

  /** @throws ServiceUnavailableError when the database does not answer. */
  async find(digest: string): Promise<RefreshToken | undefined> {
    const [row] = await this.statements.run<Row>(FIND, [digest]);
    return row === undefined ? undefined : toRefreshToken(row);
  }

  /** The successor's generation; undefined when the token was used, has expired, or its family ended. */
  async rotate(
    { digest, successorDigest, successor, retrySeconds, idleSeconds }: NewRotation,
    record: readonly RecordValue[],
  ): Promise<{ generation: number } | undefined> {
    const values = [digest, successorDigest, successor ?? null, retrySeconds, idleSeconds, ...record];
    const [row] = await this.statements.run<{ generation: number }>(ROTATE, values);
    return row;
  }

  /** The envelope of the successor while it may be asked for again. */
  async retry(digest: string, record: readonly RecordValue[]): Promise<{ successor: string } | undefined> {
    const [row] = await this.statements.run<{ successor: string }>(RETRY, [digest, ...record]);
    return row;
  }
}

function toRefreshToken(row: Row): RefreshToken {
  const { digest, generation, createdAt, expiresAt, state, familySeconds, ...family } = row;
  const { sessionId } = family;
  return {
    digest,
    generation,
    createdAt,
    expiresAt,
    state,
    familySeconds,
    family: { ...family, sessionId: sessionId ?? undefined },
  };
}
