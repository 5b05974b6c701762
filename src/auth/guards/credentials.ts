import { Injectable } from '@nestjs/common';
import type { Principal } from '../../common/principal.js';
import { ApiKeys } from '../api-keys/api-keys.js';
import { isApiKey } from '../api-keys/api-key-format.js';
import { ExternalTokenVerifier } from '../external-issuers/external-token-verifier.js';
import { AccessTokenVerifier } from '../verification/access-token-verifier.js';

/** What may stand behind `Bearer`: an API key, told by its prefix, or else an access token, ours or another issuer's. */
@Injectable()
export class Credentials {
  constructor(
    private readonly apiKeys: ApiKeys,
    private readonly accessTokens: AccessTokenVerifier,
    private readonly externalTokens: ExternalTokenVerifier,
  ) {}

  /**
   * Who the credential proves the caller to be, for the protected resource at `resource`.
   *
   * @param address of the peer, which an API key may be bound to.
   * @param scopes named in the challenge when the credential is refused.
   * @throws InvalidTokenError
   * @throws ServiceUnavailableError when nothing can be verified just now.
   */
  verify(
    credential: string,
    resource: string,
    address: string,
    scopes: readonly string[],
  ): Promise<Principal> {
    if (isApiKey(credential)) return this.apiKeys.verify(credential, address, resource, scopes);
    if (this.externalTokens.isForeign(credential))
      return this.externalTokens.verify(credential, resource, scopes);
    return this.accessTokens.verify(credential, resource, scopes);
  }
}
