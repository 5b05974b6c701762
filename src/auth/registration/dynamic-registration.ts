import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEvent, type AuditEventType } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import { ChangeFeed, Transactions, type Transaction } from '../../database/index.js';
import { digestToken, matchesDigest, randomSecret } from '../../security/crypto/index.js';
import { clientDetails } from '../clients/client-details.js';
import { describeClient, metadataOf, type RegistrationTerms } from '../clients/client-metadata.js';
import { CLIENT_AUTHENTICATION_METHODS, CLIENT_ID, isUsable, type Client } from '../clients/client.js';
import { Clients } from '../clients/clients.js';
import { ClientRepository, type ClientRow } from '../clients/client.repository.js';
import { needsSecret, type NewClient } from '../clients/new-client.js';
import { InvalidClientMetadataError, InvalidRegistrationTokenError } from '../errors/oauth-errors.js';
import { signingAlgorithms } from '../keys/signing-key.js';
import { REGISTRATION_PATHS } from '../oauth-endpoints.js';
import { IDENTITY_SCOPES } from '../scopes/identity-scopes.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { ClientQuota } from './client-quota.js';
import { RegistrationTokenRows } from './registration-tokens.repository.js';

/** RFC 7591 §3.2.1 and RFC 7592 §3, names as registered. */
export type ClientInformation = Readonly<Record<string, unknown>>;

/** Nobody's subject and nobody's choice: people are UUIDs, administrators name their clients (RFC 9700 §4.15). */
const CLIENT_ID_PREFIX = 'dyn_';
const CLIENT_ID_BYTES = 16;
/** RFC 7592 §2.2: the server's to say. */
const SERVER_MEMBERS = [
  'registration_access_token',
  'registration_client_uri',
  'client_secret_expires_at',
  'client_id_issued_at',
] as const;
/** Compared with when the client is unknown, so that both refusals take the same time. */
const DIGEST_OF_NOBODY = digestToken(randomSecret());

/** Clients that register themselves (RFC 7591) and look after their registration (RFC 7592). */
@Injectable()
export class DynamicRegistration {
  constructor(
    private readonly clients: Clients,
    private readonly repository: ClientRepository,
    private readonly tokens: RegistrationTokenRows,
    private readonly quota: ClientQuota,
    private readonly authority: ScopeAuthority,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /**
   * Registers the client that the metadata describe; its secret and registration access token are shown this once.
   *
   * @param initialAccessToken asked for when REGISTRATION is `token`.
   * @throws OAuthError, or ServiceUnavailableError when there is no room.
   */
  async register(document: unknown, initialAccessToken: string | undefined): Promise<ClientInformation> {
    const client = describeClient(document, await this.termsOf(newClientId()));
    const secret = secretFor(client);
    const registrationAccessToken = randomSecret();
    await this.transactions.run(async (transaction) => {
      await this.useToken(transaction, initialAccessToken);
      await this.quota.makeRoom(transaction);
      await this.repository.insert(transaction, {
        ...rowOf(client, secret),
        registrationAccessTokenDigest: digestToken(registrationAccessToken),
      });
      // Nobody can have asked for the id before, so no cache has to hear of it.
      await this.record(transaction, 'client.registered', client.clientId, { after: clientDetails(client) });
    });
    return this.information(client.clientId, registrationAccessToken, secret);
  }

  /** RFC 7592 §2.1. @throws InvalidRegistrationTokenError unless the token is the client's. */
  async read(clientId: string, registrationAccessToken: string | undefined): Promise<ClientInformation> {
    await this.own(clientId, registrationAccessToken);
    return this.information(clientId, registrationAccessToken);
  }

  /**
   * RFC 7592 §2.2: replaces the whole registration; what is left out is back at its default.
   *
   * @throws OAuthError
   */
  async update(
    clientId: string,
    registrationAccessToken: string | undefined,
    document: unknown,
  ): Promise<ClientInformation> {
    const before = await this.own(clientId, registrationAccessToken);
    checkUpdate(document, before);
    const client = describeClient(document, await this.termsOf(clientId));
    const keepsSecret = before.secretDigest !== undefined && needsSecret(client.tokenEndpointAuthMethods);
    const secret = keepsSecret ? undefined : secretFor(client);
    const secretDigest = keepsSecret ? before.secretDigest : digestOf(secret);
    await this.transactions.run(async (transaction) => {
      if (!(await this.repository.replace(transaction, { ...client, secretDigest }))) throw notTheirs();
      const details = { before: clientDetails(before), after: clientDetails(client) };
      await this.record(transaction, 'client.updated', clientId, details);
      await this.feed.announce(transaction, 'clients');
    });
    this.clients.forget(clientId);
    return this.information(clientId, registrationAccessToken, secret);
  }

  /** RFC 7592 §2.3: with all that people granted it. @throws InvalidRegistrationTokenError */
  async delete(clientId: string, registrationAccessToken: string | undefined): Promise<void> {
    const before = await this.own(clientId, registrationAccessToken);
    await this.transactions.run(async (transaction) => {
      if (!(await this.repository.delete(transaction, clientId))) throw notTheirs();
      await this.record(transaction, 'client.deleted', clientId, { before: clientDetails(before) });
      await this.feed.announce(transaction, 'clients');
    });
    this.clients.forget(clientId);
  }

  private async termsOf(clientId: string): Promise<RegistrationTerms> {
    await this.authority.current();
    return {
      clientId,
      registrationOrigin: 'dynamic',
      scopes: [...this.authority.definitions().map(({ name }) => name), ...IDENTITY_SCOPES],
      defaultMethod: 'client_secret_basic',
      methods: CLIENT_AUTHENTICATION_METHODS,
      signingAlgorithms: this.signingAlgorithms,
      appSchemes: this.configuration.registration.appSchemes,
      nativeRefreshRetrySeconds: this.configuration.tokens.nativeRefreshRetrySeconds,
    };
  }

  private get signingAlgorithms(): readonly string[] {
    return signingAlgorithms(this.configuration.tokens.sharedSecret);
  }

  private async useToken(transaction: Transaction, token: string | undefined): Promise<void> {
    if (this.configuration.registration.mode !== 'token') return;
    if (token === undefined) throw new InvalidRegistrationTokenError('missing_registration_token');
    const id = await this.tokens.use(transaction, digestToken(token), this.clock.now());
    if (id === undefined) throw new InvalidRegistrationTokenError('registration_token_refused');
  }

  private async own(clientId: string, token: string | undefined): Promise<Client> {
    if (token === undefined) throw new InvalidRegistrationTokenError('missing_registration_access_token');
    const found = CLIENT_ID.test(clientId) ? await this.repository.findWithRegistration(clientId) : undefined;
    const isTheirs = matchesDigest(token, found?.registrationAccessTokenDigest ?? DIGEST_OF_NOBODY);
    if (found === undefined || !isTheirs || !isUsable(found.client, this.clock.now())) throw notTheirs();
    return found.client;
  }

  private async information(
    clientId: string,
    registrationAccessToken: string | undefined,
    secret?: string,
  ): Promise<ClientInformation> {
    const client = await this.repository.find(clientId);
    // Deleted by somebody else a moment ago.
    if (client === undefined) throw notTheirs();
    return {
      ...metadataOf(client, this.signingAlgorithms),
      client_secret: secret,
      // RFC 7591 §3.2.1: 0 = it does not expire.
      ...(client.secretDigest === undefined ? {} : { client_secret_expires_at: 0 }),
      registration_access_token: registrationAccessToken,
      registration_client_uri: `${this.configuration.server.publicUrl}${REGISTRATION_PATHS[0]}/${clientId}`,
    };
  }

  private async record(
    transaction: Transaction,
    eventType: AuditEventType,
    clientId: string,
    details: AuditEvent['details'],
  ): Promise<void> {
    await this.audit.recordWithin(transaction, {
      eventType,
      outcome: 'success',
      client: clientId,
      target: { type: 'client', id: clientId },
      details,
    });
  }
}

function newClientId(): string {
  return `${CLIENT_ID_PREFIX}${randomSecret(CLIENT_ID_BYTES)}`;
}

function secretFor({ tokenEndpointAuthMethods }: NewClient): string | undefined {
  return needsSecret(tokenEndpointAuthMethods) ? randomSecret() : undefined;
}

function rowOf(client: NewClient, secret: string | undefined): ClientRow {
  return { ...client, secretDigest: digestOf(secret) };
}

function digestOf(secret: string | undefined): string | undefined {
  return secret === undefined ? undefined : digestToken(secret);
}

/** @throws InvalidClientMetadataError when the request says what only the server may, or is another client's. */
function checkUpdate(document: unknown, { clientId, secretDigest }: Client): void {
  if (typeof document !== 'object' || document === null) return;
  const members = document as Record<string, unknown>;
  const forbidden = SERVER_MEMBERS.find((name) => name in members);
  if (forbidden !== undefined) throw new InvalidClientMetadataError(`${forbidden} must not be sent.`);
  if (members['client_id'] !== clientId)
    throw new InvalidClientMetadataError('client_id must be the client’s own.');
  const secret = members['client_secret'];
  if (secret === undefined) return;
  if (typeof secret === 'string' && matchesDigest(secret, secretDigest ?? DIGEST_OF_NOBODY)) return;
  throw new InvalidClientMetadataError('client_secret must be the one in force, or left out.');
}

/** Unknown, deleted, foreign and disabled look the same. */
function notTheirs(): InvalidRegistrationTokenError {
  return new InvalidRegistrationTokenError('registration_access_token_refused');
}
