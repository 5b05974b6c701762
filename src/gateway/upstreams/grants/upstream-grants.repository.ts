import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '../../../database/index.js';
import { FieldCipher } from '../../../security/crypto/index.js';
import type { GrantSummary, UpstreamGrant } from './upstream-grant.js';

type NewGrant = Omit<UpstreamGrant, 'version'>;
type Tokens = Pick<UpstreamGrant, 'accessToken' | 'refreshToken'>;
interface Row extends Omit<UpstreamGrant, 'accessToken' | 'refreshToken' | 'scope'> {
  readonly scope: string | null;
  readonly tokens: string;
}
type SummaryRow = Omit<GrantSummary, 'scope' | 'renewedAt'> & {
  readonly scope: string | null;
  readonly renewedAt: Date | null;
};

const COLUMNS = `upstream, user_id AS "userId", issuer, scope, tokens, version, usable_until AS "usableUntil",
  granted_at AS "grantedAt"`;
const FIND = `SELECT ${COLUMNS} FROM upstream_grants WHERE upstream = $1 AND user_id = $2`;
const SAVE = `
  INSERT INTO upstream_grants (upstream, user_id, issuer, scope, tokens, usable_until, granted_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (upstream, user_id) DO UPDATE SET issuer = excluded.issuer, scope = excluded.scope,
    tokens = excluded.tokens, usable_until = excluded.usable_until, granted_at = excluded.granted_at,
    version = upstream_grants.version + 1, renewing_until = NULL, renewed_at = NULL`;
// One statement: of all replicas that come with the same version, one gets it.
const BEGIN_RENEWAL = `
  UPDATE upstream_grants SET renewing_until = $5
  WHERE upstream = $1 AND user_id = $2 AND version = $3 AND (renewing_until IS NULL OR renewing_until <= $4)
  RETURNING version`;
const END_RENEWAL = `
  UPDATE upstream_grants SET renewing_until = NULL WHERE upstream = $1 AND user_id = $2 AND version = $3`;
const RENEW = `
  UPDATE upstream_grants SET tokens = $4, scope = coalesce($5, scope), usable_until = $6, renewed_at = $7,
    version = version + 1, renewing_until = NULL
  WHERE upstream = $1 AND user_id = $2 AND version = $3
  RETURNING version`;
const DELETE = `
  DELETE FROM upstream_grants WHERE upstream = $1 AND user_id = $2 AND ($3::int IS NULL OR version = $3)
  RETURNING ${COLUMNS}`;
const SUMMARY = `upstream, user_id AS "userId", issuer, scope, granted_at AS "grantedAt", renewed_at AS "renewedAt"`;
const LIST = `
  SELECT ${SUMMARY} FROM upstream_grants
  WHERE ($1::uuid IS NULL OR user_id = $1) AND ($2::text IS NULL OR upstream = $2)
  ORDER BY upstream, granted_at`;

/** The upstream_grants table: tokens encrypted, each bound to its upstream and its person. */
@Injectable()
export class UpstreamGrantRows {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
  ) {}

  async find(upstream: string, userId: string): Promise<UpstreamGrant | undefined> {
    const [row] = await this.transactions.run((transaction) =>
      transaction.query<Row[]>(FIND, [upstream, userId]),
    );
    return row && this.opened(row);
  }

  async save(transaction: Transaction, grant: NewGrant): Promise<void> {
    const { upstream, userId, issuer, scope, usableUntil, grantedAt } = grant;
    const tokens = this.sealed(grant);
    await transaction.query(SAVE, [upstream, userId, issuer, scope ?? null, tokens, usableUntil, grantedAt]);
  }

  /** Whether it is for the caller to renew this version, until the time given. */
  async beginRenewal({ upstream, userId, version }: UpstreamGrant, now: Date, until: Date): Promise<boolean> {
    const parameters = [upstream, userId, version, now, until];
    const [rows] = await this.transactions.run((transaction) =>
      transaction.query<[unknown[], number]>(BEGIN_RENEWAL, parameters),
    );
    return rows.length === 1;
  }

  /** It came to nothing, and may be tried again. */
  async endRenewal({ upstream, userId, version }: UpstreamGrant): Promise<void> {
    await this.transactions.run((transaction) => transaction.query(END_RENEWAL, [upstream, userId, version]));
  }

  /** False when the grant ended, or became another, meanwhile. */
  async renew(
    { upstream, userId, version }: UpstreamGrant,
    renewed: Pick<UpstreamGrant, 'accessToken' | 'refreshToken' | 'scope' | 'usableUntil'>,
    now: Date,
  ): Promise<boolean> {
    const tokens = this.sealed({ upstream, userId, ...renewed });
    const parameters = [upstream, userId, version, tokens, renewed.scope ?? null, renewed.usableUntil, now];
    const [rows] = await this.transactions.run((transaction) =>
      transaction.query<[unknown[], number]>(RENEW, parameters),
    );
    return rows.length === 1;
  }

  /** The grant that was; undefined when there was none, or another version than the one named. */
  async delete(
    transaction: Transaction,
    upstream: string,
    userId: string,
    version?: number,
  ): Promise<UpstreamGrant | undefined> {
    const [[row]] = await transaction.query<[Row[], number]>(DELETE, [upstream, userId, version ?? null]);
    return row && this.opened(row);
  }

  /** Undefined for all people, all upstreams. */
  async list(userId: string | undefined, upstream: string | undefined): Promise<GrantSummary[]> {
    const rows = await this.transactions.run((transaction) =>
      transaction.query<SummaryRow[]>(LIST, [userId ?? null, upstream ?? null]),
    );
    return rows.map((row) => ({
      ...row,
      scope: row.scope ?? undefined,
      renewedAt: row.renewedAt ?? undefined,
    }));
  }

  private sealed({
    upstream,
    userId,
    accessToken,
    refreshToken,
  }: Tokens & Pick<UpstreamGrant, 'upstream' | 'userId'>) {
    return this.cipher.encrypt(JSON.stringify({ accessToken, refreshToken }), addressOf(upstream, userId));
  }

  /** Written by `sealed` and authenticated by the cipher: one moved to another person's row does not open. */
  private opened({ tokens, scope, ...row }: Row): UpstreamGrant {
    const opened = JSON.parse(this.cipher.decrypt(tokens, addressOf(row.upstream, row.userId))) as Tokens;
    const { accessToken, refreshToken } = opened;
    return { ...row, scope: scope ?? undefined, accessToken, refreshToken };
  }
}

function addressOf(upstream: string, userId: string) {
  return { table: 'upstream_grants', column: 'tokens', rowId: JSON.stringify([upstream, userId]) };
}
