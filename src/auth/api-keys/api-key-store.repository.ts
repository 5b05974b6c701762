import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Transactions, type Transaction } from '../../database/index.js';
import type { ApiKey } from './api-key.js';
import { ApiKeyEntity } from './api-key.entity.js';

export type NewApiKey = Pick<
  ApiKeyEntity,
  'digest' | 'name' | 'clientId' | 'scopes' | 'networks' | 'expiresAt'
>;

const TOUCH = `UPDATE api_keys SET last_used_at = now() WHERE id = $1`;
const REVOKE = `UPDATE api_keys SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL`;

/** API keys in Postgres. */
@Injectable()
export class ApiKeyStore {
  constructor(private readonly transactions: Transactions) {}

  /** The key of that digest, noting that it is being used; undefined when there is none. */
  use(digest: string): Promise<ApiKey | undefined> {
    return this.transactions.run(async (transaction) => {
      const entity = await transaction.findOneBy(ApiKeyEntity, { digest });
      if (entity === null) return undefined;
      await transaction.query(TOUCH, [entity.id]);
      return entity;
    });
  }

  /** Keys of one client, or of all; newest first. */
  list(clientId?: string): Promise<ApiKey[]> {
    const where = clientId === undefined ? {} : { clientId };
    return this.transactions.run((transaction) =>
      transaction.find(ApiKeyEntity, { where, order: { createdAt: 'DESC', id: 'ASC' } }),
    );
  }

  async insert(transaction: Transaction, key: NewApiKey): Promise<ApiKey> {
    const { id } = await transaction.save(ApiKeyEntity, { ...key, revokedAt: null, lastUsedAt: null });
    return transaction.findOneByOrFail(ApiKeyEntity, { id });
  }

  find(transaction: Transaction, id: string): Promise<ApiKey | null> {
    return transaction.findOneBy(ApiKeyEntity, { id });
  }

  /** Whether there is such a key and nobody revoked it. */
  isInForce(id: string): Promise<boolean> {
    return this.transactions.run((transaction) =>
      transaction.existsBy(ApiKeyEntity, { id, revokedAt: IsNull() }),
    );
  }

  async revoke(transaction: Transaction, id: string): Promise<void> {
    await transaction.query(REVOKE, [id]);
  }
}
