import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import { ChangeFeed, Transactions, type Transaction } from '../../database/index.js';
import { clientDetails } from '../clients/client-details.js';
import type { RegistrationTerms } from '../clients/client-metadata.js';
import { CLIENT_ID, type Client } from '../clients/client.js';
import { ClientRepository } from '../clients/client.repository.js';
import { Clients } from '../clients/clients.js';
import type { NewClient } from '../clients/new-client.js';
import { OAuthError } from '../errors/oauth-error.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { signingAlgorithms } from '../keys/signing-key.js';
import { ClientQuota } from '../registration/client-quota.js';
import { IDENTITY_SCOPES } from '../scopes/identity-scopes.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { DocumentFetches } from './document-fetches.js';
import { isDocumentUrl } from './document-url.js';
import { DOCUMENT_METHODS, readMetadataDocument } from './metadata-document.js';

interface Refusal {
  readonly error: OAuthError;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** A document that was refused is not asked for again at once. */
const REFUSED_MS = 60_000;
const MAXIMUM_REFUSALS = 1_000;

/**
 * Clients whose id is the URL of their metadata document (CIMD). Only where a person is about to decide about the
 * client, and at the pushed request before, is a document fetched; tokens go by what was stored then.
 */
@Injectable()
export class MetadataDocumentClients {
  private readonly fetching = new Map<string, Promise<Client | undefined>>();
  private readonly refusals = new Map<string, Refusal>();

  constructor(
    private readonly clients: Clients,
    private readonly repository: ClientRepository,
    private readonly documents: DocumentFetches,
    private readonly quota: ClientQuota,
    private readonly authority: ScopeAuthority,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /**
   * The client, registered or described by its document as it is now.
   *
   * @throws OAuthError when the document cannot be had or used, TooManyRequestsError, ServiceUnavailableError.
   */
  async find(clientId: string): Promise<Client | undefined> {
    const known = await this.clients.find(clientId);
    const isOfDocument = known === undefined ? isDocumentUrl(clientId) : isDescribedByDocument(known);
    if (!isOfDocument || !CLIENT_ID.test(clientId)) return known;
    this.refuseUntrusted(clientId);
    if (known !== undefined && this.isFresh(known)) return known;
    this.refuseAgain(clientId);
    return this.fetchOnce(clientId);
  }

  /** A host by itself, whatever its port: those who run it are trusted. */
  private refuseUntrusted(clientId: string): void {
    const { isEnabled, hosts } = this.configuration.metadataDocuments;
    const { host, hostname } = new URL(clientId);
    const isTrusted = hosts.length === 0 || hosts.includes(hostname) || hosts.includes(host);
    if (isEnabled && isTrusted) return;
    throw new InvalidRequestError('The client is not known.', { reason: 'metadata_document_not_trusted' });
  }

  private isFresh({ metadataFreshUntil }: Client): boolean {
    return metadataFreshUntil !== undefined && metadataFreshUntil > this.clock.now();
  }

  private refuseAgain(clientId: string): void {
    const refusal = this.refusals.get(clientId);
    if (refusal === undefined) return;
    if (refusal.until > this.clock.now().getTime()) throw refusal.error;
    this.refusals.delete(clientId);
  }

  /** Of many requests at once, one fetches. */
  private fetchOnce(clientId: string): Promise<Client | undefined> {
    const running = this.fetching.get(clientId);
    if (running !== undefined) return running;
    const fetching = this.fetch(clientId).finally(() => this.fetching.delete(clientId));
    this.fetching.set(clientId, fetching);
    return fetching;
  }

  private async fetch(clientId: string): Promise<Client | undefined> {
    // Another request or replica may have fetched it since the caller looked.
    const known = await this.repository.find(clientId);
    if (known !== undefined && this.isFresh(known)) {
      this.clients.forget(clientId);
      return known;
    }
    try {
      const { body, freshFor } = await this.documents.fetch(clientId);
      const client = readMetadataDocument(body, await this.termsOf(clientId));
      const freshUntil = new Date(this.clock.now().getTime() + freshFor * 1_000);
      await this.store(client, known, freshUntil);
      this.clients.forget(clientId);
    } catch (error) {
      if (error instanceof OAuthError) this.remember(clientId, error);
      throw error;
    }
    return this.repository.find(clientId);
  }

  private async store(client: NewClient, known: Client | undefined, metadataFreshUntil: Date): Promise<void> {
    await this.transactions.run(async (transaction) => {
      const row = { ...client, secretDigest: undefined, metadataFreshUntil };
      if (known === undefined) await this.insert(transaction, row);
      else await this.replace(transaction, row, known);
      // Whoever asked for it before it was known, or as it was, has it cached.
      await this.feed.announce(transaction, 'clients');
    });
  }

  private async insert(
    transaction: Transaction,
    row: NewClient & { metadataFreshUntil: Date },
  ): Promise<void> {
    await this.quota.makeRoom(transaction);
    // False when another replica has fetched it at the same moment.
    if (!(await this.repository.insert(transaction, { ...row, secretDigest: undefined }))) return;
    await this.audit.recordWithin(transaction, {
      eventType: 'client.registered',
      outcome: 'success',
      client: row.clientId,
      target: { type: 'client', id: row.clientId },
      details: { after: clientDetails(row) },
    });
  }

  private async replace(
    transaction: Transaction,
    row: NewClient & { metadataFreshUntil: Date },
    known: Client,
  ): Promise<void> {
    await this.repository.replace(transaction, { ...row, secretDigest: undefined });
    const [before, after] = [clientDetails(known), clientDetails(row)];
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await this.audit.recordWithin(transaction, {
      eventType: 'client.updated',
      outcome: 'success',
      client: row.clientId,
      target: { type: 'client', id: row.clientId },
      details: { before, after },
    });
  }

  private async termsOf(clientId: string): Promise<RegistrationTerms> {
    await this.authority.current();
    return {
      clientId,
      registrationOrigin: 'metadata-document',
      scopes: [...this.authority.definitions().map(({ name }) => name), ...IDENTITY_SCOPES],
      defaultMethod: 'none',
      methods: DOCUMENT_METHODS,
      signingAlgorithms: signingAlgorithms(this.configuration.tokens.sharedSecret),
      appSchemes: this.configuration.registration.appSchemes,
      nativeRefreshRetrySeconds: this.configuration.tokens.nativeRefreshRetrySeconds,
    };
  }

  private remember(clientId: string, error: OAuthError): void {
    const [oldest] = this.refusals.keys();
    if (this.refusals.size >= MAXIMUM_REFUSALS && oldest !== undefined) this.refusals.delete(oldest);
    this.refusals.set(clientId, { error, until: this.clock.now().getTime() + REFUSED_MS });
  }
}

function isDescribedByDocument({ registrationOrigin }: Client): boolean {
  return registrationOrigin === 'metadata-document';
}
