import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Transactions } from '../../database/index.js';
import { digestToken, FieldCipher } from '../../security/crypto/index.js';
import type { LoginSecrets } from './provider-client.js';

/** Somebody who was sent to a provider and is expected back. */
export interface ProviderLogin {
  readonly providerId: string;
  /** Secret in the cookie of the browser that was sent. */
  readonly browserSecret: string;
  /** The authorization request that waits for the login; undefined when they came by themselves. */
  readonly pendingId: string | undefined;
  readonly secrets: LoginSecrets;
}

interface Row {
  readonly pendingId: string | null;
  readonly secrets: string;
  readonly startedAt: Date;
}

/** Seconds a person has at the provider. */
const LIFETIME_SECONDS = 600;

const REAP = `
  DELETE FROM identity_provider_logins WHERE state_digest IN
    (SELECT state_digest FROM identity_provider_logins WHERE expires_at <= $1 LIMIT 100)`;
const INSERT = `
  INSERT INTO identity_provider_logins
    (state_digest, provider_id, browser_digest, pending_id, secrets, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
// One statement: of two that bring the same state, one finds it. Another browser does not use it up.
const TAKE = `
  DELETE FROM identity_provider_logins
  WHERE state_digest = $1 AND provider_id = $2 AND browser_digest = ANY($3) AND expires_at > $4
  RETURNING pending_id AS "pendingId", secrets, created_at AS "startedAt"`;

/** The identity_provider_logins table: states and browsers as digests, what goes with them encrypted. */
@Injectable()
export class ProviderLogins {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async insert({ providerId, browserSecret, pendingId, secrets }: ProviderLogin): Promise<void> {
    const { state, ...rest } = secrets;
    const stateDigest = digestToken(state);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + LIFETIME_SECONDS * 1_000);
    const envelope = this.cipher.encrypt(JSON.stringify(rest), addressOf(stateDigest));
    const browserDigest = digestToken(browserSecret);
    await this.transactions.run(async (transaction) => {
      await transaction.query(REAP, [now]);
      await transaction.query(INSERT, [
        ...[stateDigest, providerId, browserDigest, pendingId ?? null],
        ...[envelope, now, expiresAt],
      ]);
    });
  }

  /** The login that was begun with the state, once; undefined for any other browser, provider, or time. */
  async take(
    providerId: string,
    state: string,
    browserSecrets: readonly string[],
  ): Promise<(Pick<ProviderLogin, 'pendingId' | 'secrets'> & { startedAt: Date }) | undefined> {
    const stateDigest = digestToken(state);
    const browserDigests = browserSecrets.map((secret) => digestToken(secret));
    const parameters = [stateDigest, providerId, browserDigests, this.clock.now()];
    const [[row]] = await this.transactions.run((transaction) =>
      transaction.query<[Row[], number]>(TAKE, parameters),
    );
    if (row === undefined) return undefined;
    // Written by `insert` and authenticated by the cipher.
    const rest = JSON.parse(this.cipher.decrypt(row.secrets, addressOf(stateDigest))) as LoginSecrets;
    const { pendingId, startedAt } = row;
    return { pendingId: pendingId ?? undefined, secrets: { ...rest, state }, startedAt };
  }
}

function addressOf(stateDigest: string) {
  return { table: 'identity_provider_logins', column: 'secrets', rowId: stateDigest };
}
