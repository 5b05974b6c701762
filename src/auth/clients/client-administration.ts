import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEvent, type AuditEventType } from '../../audit/index.js';
import { ProblemError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { ChangeFeed, Transactions, type Transaction } from '../../database/index.js';
import { digestToken, randomSecret } from '../../security/crypto/index.js';
import { clientDetails } from './client-details.js';
import type { Client, ClientStatus } from './client.js';
import { ClientRepository } from './client.repository.js';
import type { AppSchemes } from './client-uris.js';
import { needsSecret, newClientSchema, type NewClient, type NewClientInput } from './new-client.js';

/** A secret on its way to the one who asked for it. It cannot be shown again. */
export interface IssuedSecret {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A client that was created; without a secret when it has none (`none`, `private_key_jwt`). */
export interface CreatedClient {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
}

/** What administrators do with clients. Each change commits together with its audit record and reaches every replica. */
@Injectable()
export class ClientAdministration {
  constructor(
    private readonly repository: ClientRepository,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
    private readonly configuration: Configuration,
  ) {}

  /**
   * Registers a client; with a generated secret of 256 bits when its methods need one.
   *
   * @throws ProblemError 400 when the description is not valid, 409 when the client id is taken.
   */
  async create(input: NewClientInput): Promise<CreatedClient> {
    const client = parse(input, this.configuration.registration.appSchemes);
    const clientSecret = needsSecret(client.tokenEndpointAuthMethods) ? randomSecret() : undefined;
    await this.transactions.run(async (transaction) => {
      const inserted = await this.insert(transaction, client, clientSecret);
      if (!inserted) throw alreadyExists(client.clientId);
    });
    return { clientId: client.clientId, clientSecret };
  }

  /** Inserts and records in the caller's transaction; false when the client id is taken. */
  async insert(
    transaction: Transaction,
    client: NewClient,
    clientSecret: string | undefined,
  ): Promise<boolean> {
    const secretDigest = clientSecret === undefined ? undefined : digestToken(clientSecret);
    if (!(await this.repository.insert(transaction, { ...client, secretDigest }))) return false;
    await this.announce(transaction, 'client.created', client.clientId, { after: clientDetails(client) });
    return true;
  }

  /** Every client, disabled and expired ones too, by client id. */
  list(): Promise<Client[]> {
    return this.repository.findAll();
  }

  /** @throws ProblemError 404 when there is no such client. */
  async show(clientId: string): Promise<Client> {
    const client = await this.repository.find(clientId);
    if (client === undefined) throw notFound(clientId);
    return client;
  }

  /**
   * Removes the client with all that people granted it; its tokens are refused from now on.
   *
   * @throws ProblemError 404 when there is no such client.
   */
  async delete(clientId: string): Promise<void> {
    const client = await this.show(clientId);
    await this.transactions.run(async (transaction) => {
      if (!(await this.repository.delete(transaction, clientId))) throw notFound(clientId);
      await this.announce(transaction, 'client.deleted', clientId, { before: clientDetails(client) });
    });
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
   * @throws ProblemError 404 when there is no such client, 400 when it is one without a secret.
   */
  async rotateSecret(clientId: string): Promise<IssuedSecret> {
    const { tokenEndpointAuthMethods } = await this.show(clientId);
    if (!needsSecret(tokenEndpointAuthMethods)) throw hasNoSecret(clientId);
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
    details?: AuditEvent['details'],
  ): Promise<void> {
    const target = { type: 'client', id: clientId };
    await this.audit.recordWithin(transaction, { eventType, outcome: 'success', target, details });
    await this.feed.announce(transaction, 'clients');
  }
}

function parse(input: NewClientInput, appSchemes: AppSchemes): NewClient {
  const result = newClientSchema(appSchemes).safeParse(input);
  if (result.success) return result.data;
  const mistakes = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'client'}: ${issue.message}`,
  );
  throw new ProblemError(
    { status: 400, code: 'invalid-client-metadata', title: 'Invalid Client Metadata' },
    mistakes.join('; '),
  );
}

function hasNoSecret(clientId: string): ProblemError {
  return new ProblemError(
    { status: 400, code: 'client-without-secret', title: 'Client Without Secret' },
    `The client ${clientId} has no secret: it proves itself otherwise, or is public.`,
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
