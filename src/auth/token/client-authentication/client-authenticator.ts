import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/clock.js';
import { digestToken, matchesDigest, randomSecret } from '../../../security/crypto/index.js';
import { CLIENT_ID, isUsable, type Client } from '../../clients/client.js';
import { InvalidClientError, InvalidRequestError } from '../../errors/oauth-errors.js';
import { SecretLockout } from '../../lockout/secret-lockout.js';
import { ClientAssertions } from './client-assertions.js';
import { ClientLookup } from './client-lookup.js';
import type {
  AssertionCredentials,
  ClientAuthenticationRequest,
  ClientCredentials,
  SecretCredentials,
} from './client-authentication-method.js';
import { clientAuthenticationMethods } from './client-authentication-methods.js';

/** Compared with when the client is unknown, so that both refusals take the same time. */
const DIGEST_OF_NOBODY = digestToken(randomSecret());

/** Finds out which client a request comes from (RFC 6749 §2.3). */
@Injectable()
export class ClientAuthenticator {
  constructor(
    private readonly clients: ClientLookup,
    private readonly lockout: SecretLockout,
    private readonly assertions: ClientAssertions,
    private readonly clock: Clock,
  ) {}

  /**
   * The credentials of the one method the request uses. They prove nothing yet.
   *
   * @throws InvalidRequestError when it uses two (RFC 6749 §2.3), InvalidClientError when it uses none.
   */
  readCredentials(request: ClientAuthenticationRequest): ClientCredentials {
    const found = clientAuthenticationMethods.flatMap((method) => method.read(request) ?? []);
    if (found.length > 1) throw new InvalidRequestError('Use one way to authenticate, not two.');
    const [credentials] = found;
    if (credentials === undefined) throw new InvalidClientError('missing_credentials');
    return credentials;
  }

  /**
   * The client, if the credentials prove it and it may be served; a public client proves nothing, and gets
   * nothing without a code or a refresh token. Every refusal looks the same to the caller.
   *
   * @throws InvalidClientError, or TooManyRequestsError while the client is locked out at this address.
   */
  async authenticate(credentials: ClientCredentials, address: string): Promise<Client> {
    // Nothing else is registered, or could be stored as a failure.
    if (!CLIENT_ID.test(credentials.clientId)) throw new InvalidClientError('malformed_client_id');
    const client = await this.prove(credentials, address);
    this.refuseUnusable(client, credentials);
    return client;
  }

  private prove(credentials: ClientCredentials, address: string): Promise<Client> {
    if (credentials.method === 'none') return this.known(credentials.clientId, address);
    if (credentials.method === 'private_key_jwt') return this.provedByAssertion(credentials, address);
    return this.provedBySecret(credentials, address);
  }

  /** There is no secret to guess, so nobody is locked out: a lockout would only serve whoever wants to shut a client out. */
  private async known(clientId: string, address: string): Promise<Client> {
    const client = await this.clients.find(clientId, address);
    if (client === undefined) throw new InvalidClientError('unknown_client');
    return client;
  }

  /** Signatures cannot be guessed either. The method is looked at first: it decides whose keys are fetched. */
  private async provedByAssertion(credentials: AssertionCredentials, address: string): Promise<Client> {
    const client = await this.known(credentials.clientId, address);
    this.refuseUnusable(client, credentials);
    await this.assertions.prove(client, credentials.assertion);
    return client;
  }

  private async provedBySecret(
    { clientId, clientSecret }: SecretCredentials,
    address: string,
  ): Promise<Client> {
    this.lockout.check(clientId, address);
    const client = await this.clients.find(clientId, address);
    const proved = matchesDigest(clientSecret, client?.secretDigest ?? DIGEST_OF_NOBODY);
    if (client === undefined || !proved) {
      await this.lockout.recordFailure(clientId, address);
      throw new InvalidClientError(client === undefined ? 'unknown_client' : 'wrong_secret');
    }
    await this.lockout.recordSuccess(clientId, address);
    return client;
  }

  private refuseUnusable(client: Client, { method }: ClientCredentials): void {
    if (!client.tokenEndpointAuthMethods.includes(method))
      throw new InvalidClientError('method_not_registered');
    if (isUsable(client, this.clock.now())) return;
    throw new InvalidClientError(client.status === 'disabled' ? 'client_disabled' : 'client_expired');
  }
}
