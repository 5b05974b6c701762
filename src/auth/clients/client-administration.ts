import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEventType } from '../../audit/index.js';
import { ProblemError } from '../../common/problem-error.js';
import { ChangeFeed, Transactions, type Transaction } from '../../database/index.js';
import { digestToken, randomSecret } from '../../security/crypto/index.js';
import type { Client, ClientStatus } from './client.js';
import { ClientRepository } from './client.repository.js';
import { newClientSchema, type NewClient, type NewClientInput } from './new-client.js';

/** A secret on its way to the one who asked for it. It cannot be shown again. */
export interface IssuedSecret {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What administrators do with clients. Each change commits together with its audit record and reaches every replica. */
@Injectable()
export class ClientAdministration {
  constructor(
    private readonly repository: ClientRepository,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Registers a client with a generated secret of 256 bits.
   *
   * @throws ProblemError 400 when the description is not valid, 409 when the client id is taken.
   */
  async create(input: NewClientInput): Promise<IssuedSecret> {
    const client = parse(input);
    const clientSecret = randomSecret();
    await this.transactions.run(async (transaction) => {
      const inserted = await this.insert(transaction, client, clientSecret);
      if (!inserted) throw alreadyExists(client.clientId);
    });
    return { clientId: client.clientId, clientSecret };
  }

  /** Inserts and records in the caller's transaction; false when the client id is taken. */
  async insert(transaction: Transaction, client: NewClient, clientSecret: string): Promise<boolean> {
    const row = { ...client, secretDigest: digestToken(clientSecret) };
    if (!(await this.repository.insert(transaction, row))) return false;
    await this.announce(transaction, 'client.created', client.clientId, {
      scopes: client.scopes,
      roles: client.roles,
      grant_types: client.grantTypes,
    });
    return true;
  }

  /** Every client, disabled and expired ones too, by client id. */
  list(): Promise<Client[]> {
    return this.repository.findAll();
  }

  /**
   * From now on the client gets no tokens, and those it has are refused.
   *
   * @throws ProblemError 404 when there is no such client.
   */
  async disable(clientId: string): Promise<void> {
    await this.setStatus(clientId, 'disabled', 'client.disabled');
  }

  /** @throws ProblemError 404 when there is no such client. */
  async enable(clientId: string): Promise<void> {
    await this.setStatus(clientId, 'active', 'client.enabled');
  }

  /**
   * Replaces the secret; the old one is refused from now on.
   *
   * @throws ProblemError 404 when there is no such client.
   */
  async rotateSecret(clientId: string): Promise<IssuedSecret> {
    const clientSecret = randomSecret();
    await this.change(clientId, { secretDigest: digestToken(clientSecret) }, 'client.rotated');
    return { clientId, clientSecret };
  }

  private setStatus(clientId: string, status: ClientStatus, eventType: AuditEventType): Promise<void> {
    return this.change(clientId, { status }, eventType);
  }

  private async change(
    clientId: string,
    change: { status?: ClientStatus; secretDigest?: string },
    eventType: AuditEventType,
  ): Promise<void> {
    await this.transactions.run(async (transaction) => {
      if (!(await this.repository.update(transaction, clientId, change))) throw notFound(clientId);
      await this.announce(transaction, eventType, clientId);
    });
  }

  private async announce(
    transaction: Transaction,
    eventType: AuditEventType,
    clientId: string,
    details?: Record<string, readonly string[]>,
  ): Promise<void> {
    const target = { type: 'client', id: clientId };
    await this.audit.recordWithin(transaction, { eventType, outcome: 'success', target, details });
    await this.feed.announce(transaction, 'clients');
  }
}

function parse(input: NewClientInput): NewClient {
  const result = newClientSchema.safeParse(input);
  if (result.success) return result.data;
  const mistakes = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'client'}: ${issue.message}`,
  );
  throw new ProblemError(
    { status: 400, code: 'invalid-client-metadata', title: 'Invalid Client Metadata' },
    mistakes.join('; '),
  );
}

function alreadyExists(clientId: string): ProblemError {
  return new ProblemError(
    { status: 409, code: 'client-exists', title: 'Client Exists' },
    `There is a client ${clientId} already.`,
  );
}

function notFound(clientId: string): ProblemError {
  return new ProblemError(
    { status: 404, code: 'client-not-found', title: 'Client Not Found' },
    `There is no client ${clientId}.`,
  );
}
