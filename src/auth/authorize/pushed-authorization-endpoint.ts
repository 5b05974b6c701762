import { Injectable } from '@nestjs/common';
import type { Client } from '../clients/client.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { isDocumentUrl } from '../metadata-documents/document-url.js';
import { MetadataDocumentClients } from '../metadata-documents/metadata-document-clients.js';
import { ClientEndpoint, type EndpointKind } from '../token/client-endpoint.js';
import type { FormRequest } from '../token/form-request.js';
import { Refusals } from '../token/refusals.js';
import { AuthorizationParameters } from './authorization-parameters.js';
import { AuthorizationRequests } from './authorization-requests.js';
import { PUSHED_SECONDS, PushedRequests } from './pushed-requests.js';

/** RFC 9126 §2.2, names as registered. */
export interface PushedAuthorizationResponse {
  readonly request_uri: string;
  /** Seconds. */
  readonly expires_in: number;
}

const PUSHED_AUTHORIZATION: EndpointKind = {
  limit: 'pushed-authorization',
  eventType: 'authorization.denied',
  describe: () => ({ pushed: true }),
};

/** RFC 9126 §2: the client sends its authorization request ahead, authenticated as at the token endpoint. */
@Injectable()
export class PushedAuthorizationEndpoint {
  constructor(
    private readonly documents: MetadataDocumentClients,
    private readonly endpoint: ClientEndpoint,
    private readonly refusals: Refusals,
    private readonly requests: AuthorizationRequests,
    private readonly pushed: PushedRequests,
  ) {}

  /**
   * Checks the request as the authorization endpoint would, and keeps it.
   *
   * @throws OAuthError or TooManyRequestsError; the refusal is recorded.
   */
  async push(request: FormRequest): Promise<PushedAuthorizationResponse> {
    await this.fetchDocument(request);
    return this.endpoint.serve(request, PUSHED_AUTHORIZATION, async (client) => {
      const parameters = parametersOf(request.form, client);
      const authorization = await this.requests.check(parameters, await this.requests.addressee(parameters));
      return {
        request_uri: await this.pushed.push(authorization, parameters),
        expires_in: PUSHED_SECONDS,
      };
    });
  }

  /** The client may be one whose metadata document has to be read before it can prove itself. */
  private async fetchDocument({ form, address }: FormRequest): Promise<void> {
    const clientId = form.get('client_id') ?? undefined;
    if (clientId === undefined || !isDocumentUrl(clientId)) return;
    try {
      await this.documents.find(clientId);
    } catch (error) {
      const { eventType } = PUSHED_AUTHORIZATION;
      throw await this.refusals.record(error, { eventType, address, client: clientId });
    }
  }
}

/**
 * Whoever is authenticated is the client of the request.
 *
 * @throws InvalidRequestError when the request is a reference itself (RFC 9126 §2.1).
 */
function parametersOf(form: URLSearchParams, { clientId }: Client): AuthorizationParameters {
  if (form.has('request_uri')) throw new InvalidRequestError('A request_uri cannot be pushed.');
  const own = new URLSearchParams(form);
  own.set('client_id', clientId);
  return new AuthorizationParameters(own);
}
