import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEventType } from '../../audit/index.js';
import { ProblemError } from '../../common/problem-error.js';
import { ChangeFeed, Transactions, type Transaction } from '../../database/index.js';
import type { TokenSigningAlgorithm } from '../clients/client.js';
import { generateKeyMaterial } from './key-material.js';
import { SigningKeyRepository, type NewSigningKey } from './signing-key.repository.js';
import type { SigningKeySet } from './signing-key-set.js';

export interface Rotation {
  readonly algorithms: readonly TokenSigningAlgorithm[];
  /** When the new keys begin to sign. */
  readonly activatesAt: Date;
  readonly now: Date;
  /** Whether what older keys of the algorithms have signed is refused from now on. */
  readonly revokeOld?: boolean;
}

/** Adds generations of keys to the table. Each commits together with its audit record and reaches every replica. */
@Injectable()
export class SigningKeyGenerations {
  constructor(
    private readonly repository: SigningKeyRepository,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
  ) {}

  /** The first key of an algorithm. Nothing happens when another replica was faster. */
  async createFirst(algorithm: TokenSigningAlgorithm, activatesAt: Date): Promise<void> {
    const key = { algorithm, generation: 1, material: await generateKeyMaterial(algorithm), activatesAt };
    await this.transactions.run(async (transaction) => {
      if (!(await this.repository.insert(transaction, key))) return;
      await this.record(transaction, 'key.created', key.material.kid, { algorithm });
      await this.feed.announce(transaction, 'signing-keys');
    });
  }

  /**
   * The next key of each algorithm, and an end to the keys that nothing can be verified with any more.
   *
   * @throws ProblemError 409 when another rotation was faster; then nothing has changed.
   */
  async rotate(keys: SigningKeySet, rotation: Rotation): Promise<void> {
    const { algorithms, activatesAt, now } = rotation;
    const next = await Promise.all(
      algorithms.map(async (algorithm) => ({
        algorithm,
        generation: keys.latestGeneration(algorithm) + 1,
        material: await generateKeyMaterial(algorithm),
        activatesAt,
      })),
    );
    await this.transactions.run(async (transaction) => {
      for (const key of next) await this.insertNext(transaction, key);
      if (rotation.revokeOld === true) await this.end(transaction, keys.kidsOf(algorithms), 'key.revoked');
      await this.end(transaction, kidsOf(keys.expired(now)), 'key.retired');
      await this.feed.announce(transaction, 'signing-keys');
    });
  }

  /** Destroys the keys that nothing can be verified with any more. */
  async retire(keys: SigningKeySet, now: Date): Promise<void> {
    await this.transactions.run(async (transaction) => {
      await this.end(transaction, kidsOf(keys.expired(now)), 'key.retired');
      await this.feed.announce(transaction, 'signing-keys');
    });
  }

  private async insertNext(transaction: Transaction, key: NewSigningKey): Promise<void> {
    if (!(await this.repository.insert(transaction, key))) {
      throw rotationConflict('Another rotation was faster; look again.');
    }
    const { algorithm, activatesAt, material } = key;
    await this.record(transaction, 'key.rotated', material.kid, {
      algorithm,
      activates_at: activatesAt.toISOString(),
    });
  }

  private async end(
    transaction: Transaction,
    kids: readonly string[],
    eventType: 'key.retired' | 'key.revoked',
  ): Promise<void> {
    if (kids.length === 0) return;
    const ended = await this.repository.delete(transaction, kids);
    for (const kid of ended) await this.record(transaction, eventType, kid);
  }

  private record(
    transaction: Transaction,
    eventType: AuditEventType,
    kid: string,
    details?: Record<string, string>,
  ): Promise<void> {
    const target = { type: 'signing-key', id: kid };
    return this.audit.recordWithin(transaction, { eventType, outcome: 'success', target, details });
  }
}

function kidsOf(keys: readonly { readonly kid: string }[]): string[] {
  return keys.map(({ kid }) => kid);
}

export function rotationConflict(detail: string): ProblemError {
  const problem = { status: 409, code: 'key-rotation-conflict', title: 'Key Rotation Conflict' };
  return new ProblemError(problem, detail);
}
