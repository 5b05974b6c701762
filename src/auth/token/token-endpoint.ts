import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { PublicError } from '../../common/public-error.js';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import type { Client } from '../clients/client.js';
import { OAuthError } from '../errors/oauth-error.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { RateLimiter } from '../rate-limit/rate-limiter.js';
import { ClientAuthenticator } from './client-authentication/client-authenticator.js';
import { FormParameters } from './form-parameters.js';
import { GrantHandlers } from './grants/grant-handlers.js';
import type { TokenResponse } from './token-response.js';

/** A request to the token endpoint, as it arrived. */
export interface TokenEndpointRequest {
  readonly form: URLSearchParams;
  readonly query: Readonly<Record<string, unknown>>;
  readonly authorization: readonly string[];
  /** Of the peer, after trusted proxies. */
  readonly address: string;
}

/** What is known of a request so far; for the record when it is refused. */
interface Progress {
  claimedClient?: string;
  grantType?: string;
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
];
const MAXIMUM_RECORDED_GRANT_TYPE = 64;

/** RFC 6749 §3.2: the steps of a token request, in order. */
@Injectable()
export class TokenEndpoint {
  constructor(
    private readonly authenticator: ClientAuthenticator,
    private readonly grants: GrantHandlers,
    private readonly limiter: RateLimiter,
    private readonly audit: AuditTrail,
    private readonly configuration: Configuration,
  ) {}

  /**
   * Answers with a token whose record is committed, or refuses and records that.
   *
   * @throws OAuthError, TooManyRequestsError, or ServiceUnavailableError when the record cannot be committed.
   */
  async exchange(request: TokenEndpointRequest): Promise<TokenResponse> {
    const progress: Progress = {};
    try {
      return await this.process(request, progress);
    } catch (error) {
      // What failed here is no refusal, and the trail itself may be what failed.
      if (!(error instanceof PublicError) || error.status >= 500) throw error;
      throw await this.refuse(error, progress, request.address);
    }
  }

  private async process(request: TokenEndpointRequest, progress: Progress): Promise<TokenResponse> {
    const parameters = new FormParameters(request.form);
    refuseParametersInUri(request.query);
    const grantType = (progress.grantType = requireGrantType(parameters));
    const credentials = this.authenticator.readCredentials({
      authorization: request.authorization,
      parameters,
    });
    progress.claimedClient = credentials.clientId;
    const client = await this.authenticator.authenticate(credentials, request.address);
    this.limit(client, request.address);
    return this.grants.select(grantType, client).handle({ client, parameters });
  }

  /** Only who has proved to be the client uses up its allowance. */
  private limit(client: Client, address: string): void {
    const { tokenRequestsPerMinute } = this.configuration.limits;
    const key = `${client.clientId} ${addressBlock(address)}`;
    const verdict = this.limiter.consume('token', key, tokenRequestsPerMinute);
    if (!verdict.allowed) throw tooMany('This client asks for tokens too often.', verdict.retryAfterSeconds);
  }

  /**
   * Records the refusal, up to a limit a minute for each address: anybody can be refused, and a trail that
   * anybody can fill is a way to stop the service. Beyond the limit the answer is 429, recorded once a minute.
   */
  private async refuse(error: PublicError, progress: Progress, address: string): Promise<PublicError> {
    const { failedAuthenticationsPerMinute } = this.configuration.limits;
    const verdict = this.limiter.consume(
      'refused-token',
      addressBlock(address),
      failedAuthenticationsPerMinute,
    );
    if (verdict.allowed) await this.record(reasonOf(error), progress);
    if (verdict.allowed) return error;
    if (verdict.firstRefusal) await this.record('rate_limited', progress);
    return tooMany('Too many token requests that are not valid.', verdict.retryAfterSeconds);
  }

  private record(reason: string, { claimedClient, grantType }: Progress): Promise<void> {
    return this.audit.record({
      eventType: 'token.denied',
      outcome: 'denied',
      reason,
      client: claimedClient,
      details: { grant_type: grantType?.slice(0, MAXIMUM_RECORDED_GRANT_TYPE) },
    });
  }
}

function refuseParametersInUri(query: Readonly<Record<string, unknown>>): void {
  if (FORM_ONLY.every((name) => query[name] === undefined)) return;
  throw new InvalidRequestError('Send the parameters in the body, not in the URL.');
}

function requireGrantType(parameters: FormParameters): string {
  const grantType = parameters.get('grant_type');
  if (grantType === undefined) throw new InvalidRequestError('The parameter grant_type is missing.');
  return grantType;
}

function reasonOf(error: PublicError): string {
  if (error instanceof OAuthError) return error.reason ?? error.code;
  return error.status === 429 ? 'rate_limited' : 'refused';
}

function tooMany(detail: string, retryAfterSeconds: number): TooManyRequestsError {
  return new TooManyRequestsError(detail, retryAfterSeconds);
}
