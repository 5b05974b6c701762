import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';
import type { LoginAttempt } from './login-attempt.js';

/** Stands for every account, or every address. */
export const ANY = '';

/** After so many failures the next waits; each one more doubles the wait. */
export interface Slowdown {
  readonly limit: number;
  /** Seconds of the first wait. */
  readonly firstDelay: number;
  /** Seconds of the longest. */
  readonly longestDelay: number;
  /** Seconds without a failure until they are forgotten. */
  readonly memory: number;
}

/** What is known before a password is looked at. */
export interface Standing {
  /** Somebody has logged in to this account from this address before. */
  readonly knownAddress: boolean;
  readonly pairLockedUntil: Date | null;
  readonly accountLockedUntil: Date | null;
  readonly addressLockedUntil: Date | null;
}

const STANDING = `
  SELECT
    EXISTS (SELECT 1 FROM login_addresses WHERE account = $1 AND address = $2) AS "knownAddress",
    max(locked_until) FILTER (WHERE account = $1 AND address = $2) AS "pairLockedUntil",
    max(locked_until) FILTER (WHERE account = $1 AND address = '') AS "accountLockedUntil",
    max(locked_until) FILTER (WHERE account = '' AND address = $2) AS "addressLockedUntil"
  FROM login_failures
  WHERE (account, address) IN (($1, $2), ($1, ''), ('', $2)) AND locked_until > $3`;

/** One statement, so that parallel guesses on several replicas are each counted; none while the wait lasts. */
const CHARGE = `
  INSERT INTO login_failures AS known (account, address, failures, locked_until, expires_at)
  VALUES ($1, $2, 1, CASE WHEN $4::int <= 1 THEN $3::timestamptz + $5 * interval '1 second' END,
          $3::timestamptz + $7 * interval '1 second')
  ON CONFLICT (account, address) DO UPDATE SET
    failures = CASE WHEN known.expires_at <= $3 THEN 1 ELSE known.failures + 1 END,
    locked_until = CASE
      WHEN known.expires_at > $3 AND known.failures + 1 >= $4
      THEN $3::timestamptz + least($6, $5 * power(2, least(known.failures + 1 - $4, 20))) * interval '1 second'
    END,
    expires_at = EXCLUDED.expires_at
  WHERE known.locked_until IS NULL OR known.locked_until <= $3
  RETURNING failures`;
/** An attempt that was charged but never looked at. */
const REFUND = `
  UPDATE login_failures SET
    failures = greatest(failures - 1, 0),
    locked_until = CASE WHEN failures - 1 >= $3 THEN locked_until END
  WHERE account = $1 AND address = $2`;
const FORGET = 'DELETE FROM login_failures WHERE account = $1 AND address = $2';
const FORGET_ACCOUNT = 'DELETE FROM login_failures WHERE account = $1';
const FORGET_ACCOUNT_ADDRESSES = 'DELETE FROM login_addresses WHERE account = $1';
const FORGET_EXPIRED = `
  DELETE FROM login_failures WHERE (account, address) IN
    (SELECT account, address FROM login_failures WHERE expires_at < $1 LIMIT 100 FOR UPDATE SKIP LOCKED)`;
const REMEMBER = `
  INSERT INTO login_addresses (account, address, last_used_at) VALUES ($1, $2, $3)
  ON CONFLICT (account, address) DO UPDATE SET last_used_at = EXCLUDED.last_used_at`;
const KEEP_NEWEST = `
  DELETE FROM login_addresses WHERE account = $1 AND (last_used_at < $2 OR address NOT IN
    (SELECT address FROM login_addresses WHERE account = $1 ORDER BY last_used_at DESC LIMIT $3))`;

/** How long and how many addresses of a person count as theirs. */
const ADDRESS_MEMORY_MS = 90 * 86_400_000;
const ADDRESSES_KEPT = 20;

/** Wrong passwords by account and address, and where people have logged in from, in Postgres. */
@Injectable()
export class LoginFailures {
  async standing(transaction: Transaction, attempt: LoginAttempt, now: Date): Promise<Standing> {
    const [row] = await transaction.query<Standing[]>(STANDING, [attempt.account, attempt.address, now]);
    return row ?? NOTHING_KNOWN;
  }

  /** How many failures there are with this one; undefined when it has to wait and was not counted. */
  async charge(
    transaction: Transaction,
    { account, address }: LoginAttempt,
    { limit, firstDelay, longestDelay, memory }: Slowdown,
    now: Date,
  ): Promise<number | undefined> {
    const parameters = [account, address, now, limit, firstDelay, longestDelay, memory];
    const [row] = await transaction.query<{ failures: number }[]>(CHARGE, parameters);
    return row?.failures;
  }

  async refund(transaction: Transaction, { account, address }: LoginAttempt, limit: number): Promise<void> {
    await transaction.query(REFUND, [account, address, limit]);
  }

  /** After a success: what was counted here before it is gone, and the address is the person's. */
  async settle(transaction: Transaction, { account, address }: LoginAttempt, now: Date): Promise<void> {
    await transaction.query(FORGET, [account, address]);
    await transaction.query(REMEMBER, [account, address, now]);
    const oldest = new Date(now.getTime() - ADDRESS_MEMORY_MS);
    await transaction.query(KEEP_NEWEST, [account, oldest, ADDRESSES_KEPT]);
  }

  /** Everything counted against an account, wherever from; for an administrator who lets its owner in again. */
  async forgetAccount(transaction: Transaction, account: string): Promise<void> {
    await transaction.query(FORGET_ACCOUNT, [account]);
  }

  /** Where its owner has logged in from, too: the account is gone, or was in wrong hands. */
  async forgetAddresses(transaction: Transaction, account: string): Promise<void> {
    await transaction.query(FORGET_ACCOUNT_ADDRESSES, [account]);
  }

  /** Rows that nobody needs any more, a few at a time. */
  async forgetExpired(transaction: Transaction, now: Date): Promise<void> {
    await transaction.query(FORGET_EXPIRED, [now]);
  }
}

const NOTHING_KNOWN: Standing = {
  knownAddress: false,
  pairLockedUntil: null,
  accountLockedUntil: null,
  addressLockedUntil: null,
};
