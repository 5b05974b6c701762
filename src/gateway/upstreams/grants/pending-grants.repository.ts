import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/clock.js';
import { Transactions } from '../../../database/index.js';
import { digestToken, FieldCipher } from '../../../security/crypto/index.js';

/** A person who was sent to an authorization server and is expected back. */
export interface PendingGrant {
  readonly upstream: string;
  readonly userId: string;
  /** Of the login in which they were sent: another browser of theirs, or of somebody else, brings nothing back. */
  readonly sessionId: string;
  readonly secrets: PendingSecrets;
}

/** What was made up or fixed before they went, and what comes back has to fit. */
export interface PendingSecrets {
  readonly state: string;
  /** RFC 7636. */
  readonly codeVerifier: string;
  readonly issuer: string;
  readonly scopes: readonly string[] | undefined;
}

/** Seconds a person has there. */
const LIFETIME_SECONDS = 600;

const REAP = `
  DELETE FROM upstream_authorizations WHERE state_digest IN
    (SELECT state_digest FROM upstream_authorizations WHERE expires_at <= $1 LIMIT 100)`;
const INSERT = `
  INSERT INTO upstream_authorizations (state_digest, upstream, user_id, session_id, secrets, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6)`;
// One statement: of two that bring the same state, one finds it. Another person does not use it up.
const TAKE = `
  DELETE FROM upstream_authorizations
  WHERE state_digest = $1 AND upstream = $2 AND user_id = $3 AND session_id = $4 AND expires_at > $5
  RETURNING secrets`;

/** The upstream_authorizations table: states as digests, what goes with them encrypted. */
@Injectable()
export class PendingGrants {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async insert({ upstream, userId, sessionId, secrets }: PendingGrant): Promise<void> {
    const { state, ...rest } = secrets;
    const digest = digestToken(state);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIFETIME_SECONDS * 1_000);
    const envelope = this.cipher.encrypt(JSON.stringify(rest), addressOf(digest));
    await this.transactions.run(async (transaction) => {
      await transaction.query(REAP, [now]);
      await transaction.query(INSERT, [digest, upstream, userId, sessionId, envelope, expiresAt]);
    });
  }

  /** What went with the state, once; undefined for any other person, login, upstream, or time. */
  async take(
    state: string,
    { upstream, userId, sessionId }: Omit<PendingGrant, 'secrets'>,
  ): Promise<PendingSecrets | undefined> {
    const digest = digestToken(state);
    const parameters = [digest, upstream, userId, sessionId, this.clock.now()];
    const [[row]] = await this.transactions.run((transaction) =>
      transaction.query<[{ secrets: string }[], number]>(TAKE, parameters),
    );
    if (row === undefined) return undefined;
    const rest = JSON.parse(this.cipher.decrypt(row.secrets, addressOf(digest))) as PendingSecrets;
    return { ...rest, state };
  }
}

function addressOf(digest: string) {
  return { table: 'upstream_authorizations', column: 'secrets', rowId: digest };
}
