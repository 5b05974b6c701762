import { Injectable } from '@nestjs/common';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { ClientEndpoint, type EndpointKind } from './client-endpoint.js';
import type { FormParameters } from './form-parameters.js';
import type { FormRequest } from './form-request.js';
import { GrantHandlers } from './grants/grant-handlers.js';
import type { TokenResponse } from './token-response.js';

const MAXIMUM_RECORDED_GRANT_TYPE = 64;
const TOKEN_ENDPOINT: EndpointKind = {
  limit: 'token',
  eventType: 'token.denied',
  describe: (parameters) => ({
    grant_type: requireGrantType(parameters).slice(0, MAXIMUM_RECORDED_GRANT_TYPE),
  }),
};

/** RFC 6749 §3.2. */
@Injectable()
export class TokenEndpoint {
  constructor(
    private readonly endpoint: ClientEndpoint,
    private readonly grants: GrantHandlers,
  ) {}

  /**
   * Answers with a token whose record is committed, or refuses and records that.
   *
   * @throws OAuthError, TooManyRequestsError, or ServiceUnavailableError when the record cannot be committed.
   */
  exchange(request: FormRequest): Promise<TokenResponse> {
    return this.endpoint.serve(request, TOKEN_ENDPOINT, (client, parameters) =>
      this.grants.select(requireGrantType(parameters), client).handle({ client, parameters }),
    );
  }
}

function requireGrantType(parameters: FormParameters): string {
  const grantType = parameters.get('grant_type');
  if (grantType === undefined) throw new InvalidRequestError('The parameter grant_type is missing.');
  return grantType;
}
