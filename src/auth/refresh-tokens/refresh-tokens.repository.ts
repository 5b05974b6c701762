import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '../../database/index.js';
import type { TokenFamily } from '../token-families/token-family.js';
import type { RefreshToken, RefreshTokenState } from './refresh-token.js';

/** No token outlives its family. */
const INSERT_FIRST = `
  INSERT INTO refresh_tokens (digest, family_id, generation, expires_at)
  SELECT $1, id, 1, least(expires_at, now() + make_interval(secs => $3)) FROM token_families WHERE id = $2`;

const FIND = `
  SELECT token.digest, token.generation, token.created_at AS "createdAt", token.expires_at AS "expiresAt",
    CASE WHEN token.used_at IS NULL AND token.expires_at > now() THEN 'current'
         WHEN token.used_at IS NULL THEN 'expired'
         WHEN token.successor IS NOT NULL AND token.retry_until > now() AND next.used_at IS NULL THEN 'retriable'
         ELSE 'used' END AS state,
    extract(epoch FROM family.expires_at - now())::float8 AS "familySeconds",
    family.id, family.user_id AS "userId", family.client_id AS "clientId", family.session_id AS "sessionId",
    family.scopes, family.audience, family.authenticated_at AS "authenticatedAt",
    family.created_at AS "familyCreatedAt", family.last_used_at AS "lastUsedAt",
    family.expires_at AS "familyExpiresAt", family.revoked_at AS "revokedAt",
    family.revocation_reason AS "revocationReason"
  FROM refresh_tokens token
  JOIN token_families family ON family.id = token.family_id
  LEFT JOIN refresh_tokens next ON next.family_id = token.family_id AND next.generation = token.generation + 1
  WHERE token.digest = $1`;

/**
 * One statement takes the token out of use and puts its successor in its place, or does neither. Of parallel
 * uses the first locks the row and the others find it used. Touching the family makes a revocation that runs
 * at the same time either wait for this or be seen by it. A used successor ends the retries of what came before.
 */
const ROTATE = `
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
  )
  INSERT INTO refresh_tokens (digest, family_id, generation, expires_at)
  SELECT $2, id, generation + 1, least(expires_at, now() + make_interval(secs => $5)) FROM family
  RETURNING generation`;

/**
 * The same conditions as in FIND, asked again after the row was free. Without a lock, for many may ask at once:
 * should the family end meanwhile, nothing of it works, the answer's tokens included.
 */
const RETRY = `
  SELECT token.successor, next.generation
  FROM refresh_tokens token
  JOIN refresh_tokens next ON next.family_id = token.family_id AND next.generation = token.generation + 1
  JOIN token_families family ON family.id = token.family_id
  WHERE token.digest = $1 AND token.successor IS NOT NULL AND token.retry_until > now() AND next.used_at IS NULL
    AND family.revoked_at IS NULL AND family.expires_at > now()`;

interface Row {
  digest: string;
  generation: number;
  createdAt: Date;
  expiresAt: Date;
  state: RefreshTokenState;
  familySeconds: number;
  id: string;
  userId: string;
  clientId: string;
  sessionId: string | null;
  scopes: string[];
  audience: string[];
  authenticatedAt: Date;
  familyCreatedAt: Date;
  lastUsedAt: Date;
  familyExpiresAt: Date;
  revokedAt: Date | null;
  revocationReason: TokenFamily['revocationReason'] | null;
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
  constructor(private readonly transactions: Transactions) {}

  /** @param first its `idleSeconds` say how long it lives unused. */
  async insertFirst(
    transaction: Transaction,
    first: { readonly digest: string; readonly familyId: string; readonly idleSeconds: number },
  ): Promise<void> {
    await transaction.query(INSERT_FIRST, [first.digest, first.familyId, first.idleSeconds]);
  }

  /** @throws ServiceUnavailableError when the database does not answer. */
  async find(digest: string): Promise<RefreshToken | undefined> {
    const [row] = await this.transactions.query<Row>(FIND, [digest]);
    return row === undefined ? undefined : toRefreshToken(row);
  }

  /** The successor's generation; undefined when the token was used, has expired, or its family ended. */
  async rotate(transaction: Transaction, rotation: NewRotation): Promise<number | undefined> {
    const { digest, successorDigest, successor, retrySeconds, idleSeconds } = rotation;
    const values = [digest, successorDigest, successor ?? null, retrySeconds, idleSeconds];
    const [row] = await transaction.query<{ generation: number }[]>(ROTATE, values);
    return row?.generation;
  }

  /** The envelope of the successor while it may be asked for again, and its generation. */
  async retry(
    transaction: Transaction,
    digest: string,
  ): Promise<{ successor: string; generation: number } | undefined> {
    const [row] = await transaction.query<{ successor: string; generation: number }[]>(RETRY, [digest]);
    return row;
  }
}

function toRefreshToken(row: Row): RefreshToken {
  const { digest, generation, createdAt, expiresAt, state, familySeconds, ...family } = row;
  const { familyCreatedAt, familyExpiresAt, sessionId, revokedAt, revocationReason, ...rest } = family;
  return {
    digest,
    generation,
    createdAt,
    expiresAt,
    state,
    familySeconds,
    family: {
      ...rest,
      createdAt: familyCreatedAt,
      expiresAt: familyExpiresAt,
      sessionId: sessionId ?? undefined,
      revokedAt: revokedAt ?? undefined,
      revocationReason: revocationReason ?? undefined,
    },
  };
}
