import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/clock.js';
import { Configuration } from '../../../config/index.js';
import {
  isUsablePublicJwk,
  JwtRefusedError,
  parseJwt,
  proveJwt,
  type PublicJwk,
  type UnprovedJwt,
} from '../../../security/crypto/index.js';
import type { Client } from '../../clients/client.js';
import { InvalidClientError } from '../../errors/oauth-errors.js';
import { ClientKeySets } from '../../key-sets/client-key-sets.js';
import { PUSHED_AUTHORIZATION_PATH, TOKEN_PATHS } from '../../oauth-endpoints.js';
import { checkAssertion } from './assertion-claims.js';
import { AssertionIds } from './assertion-ids.repository.js';

/** Verifies what clients sign to prove who they are (RFC 7523 §3). */
@Injectable()
export class ClientAssertions {
  /** RFC 7523 §3 and RFC 9126 §2: the issuer, or an endpoint that clients send assertions to. */
  private readonly audiences: readonly string[];

  constructor(
    private readonly keySets: ClientKeySets,
    private readonly ids: AssertionIds,
    private readonly clock: Clock,
    { server }: Configuration,
  ) {
    const endpoints = [...TOKEN_PATHS, PUSHED_AUTHORIZATION_PATH].map((path) => `${server.publicUrl}${path}`);
    this.audiences = [server.issuer, ...endpoints];
  }

  /**
   * Uses the assertion up: it proves the client once.
   *
   * @throws InvalidClientError with the reason for the record.
   * @throws ServiceUnavailableError when what was used before is not known, or too many key sets are being fetched.
   */
  async prove(client: Client, assertion: string): Promise<void> {
    const id = await this.verify(client, assertion);
    if (!(await this.ids.use(client.clientId, id))) throw new InvalidClientError('assertion_replayed');
  }

  private async verify(client: Client, assertion: string) {
    try {
      const jwt = parseJwt(assertion);
      const { clientId } = client;
      const context = { clientId, audiences: this.audiences, now: this.clock.epochSeconds() };
      // Before the keys: what is refused anyway fetches nothing.
      const id = checkAssertion(jwt, context);
      await proveJwt(jwt, await this.keysOf(client, jwt));
      return id;
    } catch (error) {
      if (!(error instanceof JwtRefusedError)) throw error;
      throw new InvalidClientError(`assertion_${error.reason}`, { cause: error });
    }
  }

  private keysOf(
    { jwks, jwksUri, registrationOrigin }: Client,
    jwt: UnprovedJwt,
  ): readonly PublicJwk[] | Promise<readonly PublicJwk[]> {
    if (jwksUri === undefined) return (jwks?.keys ?? []).filter(isUsablePublicJwk);
    return this.keySets.find(jwksUri, jwt, registrationOrigin);
  }
}
