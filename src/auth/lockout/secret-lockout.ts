import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { AuditTrail } from '../../audit/index.js';
import { Configuration } from '../../config/index.js';
import { ChangeFeed, Transactions } from '../../database/index.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { ReloadOnChange } from '../reload-on-change.js';
import { SecretFailures } from './secret-failures.repository.js';

/** Pairs with failures on this replica; the oldest are forgotten, and then simply expire in the table. */
const MAXIMUM_FAILING = 10_000;

/**
 * Stops the guessing of client secrets: after so many wrong ones, the client is not listened to from that
 * address for a while. From other addresses it goes on, so that nobody can lock a client out of its own server.
 * Unknown clients are treated alike; the answer does not tell which ones exist.
 */
@Injectable()
export class SecretLockout implements OnModuleInit, OnModuleDestroy {
  /** End of each lockout in milliseconds since the epoch; every replica holds them all. */
  private active = new Map<string, number>();
  private readonly failing = new Set<string>();
  private readonly reloading: ReloadOnChange;

  constructor(
    private readonly failures: SecretFailures,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {
    this.reloading = new ReloadOnChange(feed, 'lockouts', () => this.load());
  }

  async onModuleInit(): Promise<void> {
    await this.load();
  }

  onModuleDestroy(): void {
    this.reloading.stop();
  }

  /**
   * Ask before looking at the secret; from memory, no query.
   *
   * @throws TooManyRequestsError 429 with Retry-After while the client is locked out from this address.
   */
  check(clientId: string, address: string): void {
    const lockedUntil = this.active.get(keyOf(clientId, addressBlock(address)));
    const remaining = (lockedUntil ?? 0) - this.clock.now().getTime();
    if (remaining <= 0) return;
    throw new TooManyRequestsError('Too many wrong client secrets from your address.', remaining / 1000);
  }

  /** Counts a wrong secret; the one that reaches the limit locks, is recorded, and reaches every replica. */
  async recordFailure(clientId: string, address: string): Promise<void> {
    const block = addressBlock(address);
    const { failedSecrets, lockoutSeconds } = this.configuration.limits;
    this.remember(keyOf(clientId, block));
    const locks = await this.transactions.run(async (transaction) => {
      const pair = { clientId, address: block, seconds: lockoutSeconds };
      const { failures, locked } = await this.failures.count(transaction, pair);
      if (locked || failures < failedSecrets) return false;
      await this.failures.lock(transaction, clientId, block);
      await this.audit.recordWithin(transaction, {
        eventType: 'client.locked',
        outcome: 'denied',
        reason: 'too_many_failed_secrets',
        target: { type: 'client', id: clientId },
        client: clientId,
        details: { failures, lockout_seconds: lockoutSeconds },
      });
      await this.feed.announce(transaction, 'lockouts');
      return true;
    });
    if (locks) await this.load();
  }

  /** A right secret clears what this replica has counted before it. */
  async recordSuccess(clientId: string, address: string): Promise<void> {
    const block = addressBlock(address);
    // Known failures only: a token request of a client that never failed costs no query.
    if (!this.failing.delete(keyOf(clientId, block))) return;
    await this.failures.forget(clientId, block);
  }

  private async load(): Promise<void> {
    const lockouts = await this.failures.active();
    this.active = new Map(
      lockouts.map(({ clientId, address, lockedUntil }) => [keyOf(clientId, address), lockedUntil.getTime()]),
    );
  }

  private remember(key: string): void {
    this.failing.add(key);
    const [oldest] = this.failing;
    if (this.failing.size > MAXIMUM_FAILING && oldest !== undefined) this.failing.delete(oldest);
  }
}

/** A client id has no space (RFC 6749 Appendix A allows one; ours does not), an address neither. */
function keyOf(clientId: string, block: string): string {
  return `${block} ${clientId}`;
}
