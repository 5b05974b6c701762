import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEventType } from '../../audit/index.js';
import { ProblemError } from '../../common/problem-error.js';
import { ChangeFeed, Transactions, type Transaction } from '../../database/index.js';
import { digestToken, randomSecret } from '../../security/crypto/index.js';
import { Clients } from '../clients/clients.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import type { ApiKey } from './api-key.js';
import { apiKeyOf } from './api-key-format.js';
import { ApiKeyStore } from './api-key-store.repository.js';
import { newApiKeySchema, type NewApiKeyInput, type NewApiKeyRequest } from './new-api-key.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A key on its way to the one who asked for it. It cannot be shown again. */
export interface IssuedApiKey {
  readonly key: string;
  readonly apiKey: ApiKey;
}

/** What administrators do with API keys. Each change commits together with its audit record and reaches every replica. */
@Injectable()
export class ApiKeyAdministration {
  constructor(
    private readonly store: ApiKeyStore,
    private readonly clients: Clients,
    private readonly scopes: ScopeAuthority,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Creates a key of 256 random bits; only its digest is kept.
   *
   * @throws ProblemError 400 when the description is not valid or asks for more than its client may hold, 404
   * when there is no such client.
   */
  async create(input: NewApiKeyInput): Promise<IssuedApiKey> {
    const request = validate(input);
    await this.checkOwner(request);
    const key = apiKeyOf(randomSecret());
    const apiKey = await this.transactions.run(async (transaction) => {
      const inserted = await this.store.insert(transaction, { ...request, digest: digestToken(key) });
      const { scopes, networks, expiresAt } = inserted;
      await this.announce(transaction, 'api-key.created', inserted, {
        scopes,
        networks,
        expires_at: expiresAt.toISOString(),
      });
      return inserted;
    });
    return { key, apiKey };
  }

  /** Keys of one client, or all; revoked and expired ones too, newest first. */
  list(clientId?: string): Promise<ApiKey[]> {
    return this.store.list(clientId);
  }

  /**
   * From now on the key is refused. Revoking a revoked key changes nothing.
   *
   * @throws ProblemError 404 when there is no such key.
   */
  async revoke(id: string): Promise<void> {
    if (!UUID.test(id)) throw notFound('There is no such API key.');
    await this.transactions.run(async (transaction) => {
      const apiKey = await this.store.find(transaction, id);
      if (apiKey === null) throw notFound('There is no such API key.');
      if (apiKey.revokedAt !== null) return;
      await this.store.revoke(transaction, id);
      await this.announce(transaction, 'api-key.revoked', apiKey);
    });
  }

  private async checkOwner({ clientId, scopes }: NewApiKeyRequest): Promise<void> {
    const client = await this.clients.find(clientId);
    if (client === undefined) throw notFound(`There is no client ${clientId}.`);
    const grantable = this.scopes.grantable(client);
    const excess = scopes.filter((scope) => !grantable.has(scope));
    if (excess.length > 0) throw invalid(`scopes: ${clientId} may not hold ${excess.join(' ')}`);
  }

  private async announce(
    transaction: Transaction,
    eventType: AuditEventType,
    { id, clientId, name }: ApiKey,
    details: Readonly<Record<string, string | readonly string[]>> = {},
  ): Promise<void> {
    await this.audit.recordWithin(transaction, {
      eventType,
      outcome: 'success',
      target: { type: 'api-key', id },
      details: { owner: clientId, name, ...details },
    });
    await this.feed.announce(transaction, 'api-keys');
  }
}

function validate(input: NewApiKeyInput): NewApiKeyRequest {
  const result = newApiKeySchema.safeParse(input);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.map(({ path, message }) => `${path.join('.') || 'key'}: ${message}`).join('; '),
  );
}

function invalid(detail: string): ProblemError {
  return new ProblemError({ status: 400, code: 'invalid-api-key', title: 'Invalid API Key Request' }, detail);
}

function notFound(detail: string): ProblemError {
  return new ProblemError({ status: 404, code: 'not-found', title: 'Not Found' }, detail);
}
