import { Injectable } from '@nestjs/common';
import type { AuditEventType, JsonValue } from '../../audit/index.js';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import type { Client } from '../clients/client.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { RateLimiter } from '../rate-limit/rate-limiter.js';
import { ClientAuthenticator } from './client-authentication/client-authenticator.js';
import { FormParameters } from './form-parameters.js';
import type { FormRequest } from './form-request.js';
import { Refusals } from './refusals.js';

export interface EndpointKind {
  /** Counted by itself, up to TOKEN_REQUESTS_PER_MINUTE. */
  readonly limit: string;
  /** Of the record of a refusal. */
  readonly eventType: AuditEventType;
  /**
   * Details of that record, read before the client has proved anything.
   *
   * @throws OAuthError when the request cannot be one for this endpoint.
   */
  describe?(parameters: FormParameters): { readonly [name: string]: JsonValue };
}

/** Parameters that have no business in a URL: it ends up in logs and histories (RFC 6749 §2.3.1, §3.2). */
const FORM_ONLY = [
  'client_id',
  'client_secret',
  'client_assertion',
  'grant_type',
  'scope',
  'code',
  'refresh_token',
  'token',
];

/** Endpoints where a client authenticates as it does at the token endpoint (RFC 7009 §2.1, RFC 7662 §2.1). */
@Injectable()
export class ClientEndpoint {
  constructor(
    private readonly authenticator: ClientAuthenticator,
    private readonly limiter: RateLimiter,
    private readonly refusals: Refusals,
    private readonly configuration: Configuration,
  ) {}

  /**
   * Does the work for a client that has proved itself; records what is refused.
   *
   * @throws OAuthError, TooManyRequestsError, or what `work` throws.
   */
  async serve<T>(
    request: FormRequest,
    endpoint: EndpointKind,
    work: (client: Client, parameters: FormParameters) => Promise<T>,
  ): Promise<T> {
    const refused: { client?: string; details?: { readonly [name: string]: JsonValue } | undefined } = {};
    const { authorization, address, form } = request;
    try {
      const parameters = new FormParameters(form);
      refuseParametersInUri(request.query);
      refused.details = endpoint.describe?.(parameters);
      const credentials = this.authenticator.readCredentials({ authorization, parameters });
      refused.client = credentials.clientId;
      const client = await this.authenticator.authenticate(credentials, address);
      this.limit(client, address, endpoint);
      return await work(client, parameters);
    } catch (error) {
      throw await this.refusals.record(error, { eventType: endpoint.eventType, address, ...refused });
    }
  }

  /** Only who has proved to be the client uses up its allowance. */
  private limit(client: Client, address: string, { limit }: EndpointKind): void {
    const { tokenRequestsPerMinute } = this.configuration.limits;
    const key = `${client.clientId} ${addressBlock(address)}`;
    const verdict = this.limiter.consume(limit, key, tokenRequestsPerMinute);
    if (verdict.allowed) return;
    throw new TooManyRequestsError('This client asks too often.', verdict.retryAfterSeconds);
  }
}

function refuseParametersInUri(query: Readonly<Record<string, unknown>>): void {
  if (FORM_ONLY.every((name) => query[name] === undefined)) return;
  throw new InvalidRequestError('Send the parameters in the body, not in the URL.');
}
