import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import { Transactions, type Transaction } from '../../database/index.js';
import type { LoginAttempt } from './login-attempt.js';
import { ANY, LoginFailures, type Slowdown, type Standing } from './login-failures.repository.js';
import { LoginRefusedError } from './login-refused-error.js';

const LONGEST_DELAY_SECONDS = 900;
const DAY_SECONDS = 86_400;
const HOUR_SECONDS = 3_600;
/** Guesses from many addresses at one account, or from one address at many: this many times the limit of a pair. */
const WIDE_FACTOR = 10;

/**
 * Slows down the guessing of passwords on all replicas alike. It never refuses for ever, and nobody can lock others out:
 *
 * - an account from one address: after FAILED_SECRETS failures the next attempt waits, longer with every further one;
 * - an account from everywhere (botnets), and an address at all accounts (password spraying): the same after ten times
 *   as many, but not for an account from an address it has been logged in to before.
 *
 * Names that nobody has are counted alike, so that the answers do not tell which ones exist.
 */
@Injectable()
export class LoginThrottle {
  private readonly limit: number;
  private readonly perPair: Slowdown;
  private readonly perAccount: Slowdown;
  private readonly perAddress: Slowdown;

  constructor(
    private readonly failures: LoginFailures,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    { limits }: Configuration,
  ) {
    const firstDelay = limits.lockoutSeconds;
    const longestDelay = Math.max(firstDelay, LONGEST_DELAY_SECONDS);
    const wide = { limit: limits.failedSecrets * WIDE_FACTOR, firstDelay, longestDelay };
    this.limit = limits.failedSecrets;
    this.perPair = { limit: this.limit, firstDelay, longestDelay, memory: DAY_SECONDS };
    this.perAccount = { ...wide, memory: DAY_SECONDS };
    this.perAddress = { ...wide, memory: Math.max(HOUR_SECONDS, longestDelay * 2) };
  }

  /**
   * Counts the attempt as a failure before the password is looked at, so that parallel guesses cannot slip through
   * together; `settle` takes it back.
   *
   * @returns how many failures there are with this one.
   * @throws LoginRefusedError with `retryAfterSeconds` when it has to wait.
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async admit(attempt: LoginAttempt): Promise<number> {
    const now = this.clock.now();
    const charged = await this.transactions.run(async (transaction) => {
      const lockedUntil = latestLock(await this.failures.standing(transaction, attempt, now));
      if (lockedUntil !== null) return lockedUntil;
      const failures = await this.failures.charge(transaction, attempt, this.perPair, now);
      return failures ?? this.pairLock(transaction, attempt, now);
    });
    if (charged instanceof Date) throw new LoginRefusedError(secondsUntil(charged, now));
    return charged;
  }

  /** The password was right: nothing is held against this account from this address any more. */
  settle(transaction: Transaction, attempt: LoginAttempt): Promise<void> {
    return this.failures.settle(transaction, attempt, this.clock.now());
  }

  /**
   * The password was wrong: it counts for the account everywhere, and for the address at every account.
   *
   * @param failures as `admit` returned them.
   * @param userId whose account it is, if it is anybody's.
   */
  async fail(
    { account, address }: LoginAttempt,
    failures: number,
    userId: string | undefined,
  ): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async (transaction) => {
      await this.failures.forgetExpired(transaction, now);
      const lock = (reason: string, count: number) => this.recordLock(transaction, { reason, count, userId });
      const atAccount = await this.failures.charge(
        transaction,
        { account, address: ANY },
        this.perAccount,
        now,
      );
      const atAddress = await this.failures.charge(
        transaction,
        { account: ANY, address },
        this.perAddress,
        now,
      );
      if (failures === this.limit) await lock('too_many_failed_passwords', failures);
      if (atAccount === this.perAccount.limit) await lock('too_many_failed_passwords_everywhere', atAccount);
      if (atAddress === this.perAddress.limit)
        await lock('too_many_failed_passwords_from_address', atAddress);
    });
  }

  /** The password was never looked at: the attempt does not count. */
  async withdraw(attempt: LoginAttempt): Promise<void> {
    await this.transactions.run((transaction) => this.failures.refund(transaction, attempt, this.limit));
  }

  /** Another replica was faster: its guess began the wait. */
  private async pairLock(transaction: Transaction, attempt: LoginAttempt, now: Date): Promise<Date> {
    const { pairLockedUntil } = await this.failures.standing(transaction, attempt, now);
    return pairLockedUntil ?? new Date(now.getTime() + this.perPair.firstDelay * 1_000);
  }

  private recordLock(
    transaction: Transaction,
    { reason, count, userId }: { reason: string; count: number; userId: string | undefined },
  ): Promise<void> {
    return this.audit.recordWithin(transaction, {
      eventType: 'user.locked',
      outcome: 'denied',
      reason,
      ...(userId === undefined ? {} : { target: { type: 'user', id: userId } }),
      details: { failures: count, wait_seconds: this.perPair.firstDelay },
    });
  }
}

/** An address the person has logged in from before pays for its own failures only. */
function latestLock(standing: Standing): Date | null {
  const wide = standing.knownAddress ? [] : [standing.accountLockedUntil, standing.addressLockedUntil];
  const locks = [standing.pairLockedUntil, ...wide].filter((date) => date !== null);
  return locks.reduce<Date | null>(
    (latest, date) => (latest === null || date > latest ? date : latest),
    null,
  );
}

function secondsUntil(date: Date, now: Date): number {
  return Math.max(1, Math.ceil((date.getTime() - now.getTime()) / 1_000));
}
