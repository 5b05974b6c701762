import { Injectable } from '@nestjs/common';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { RateLimiter } from '../rate-limit/rate-limiter.js';
import { Refusals } from '../token/refusals.js';
import { DynamicRegistration, type ClientInformation } from './dynamic-registration.js';

/** Who asks. */
export interface RegistrationRequest {
  /** `Authorization` header. */
  readonly authorization: string | undefined;
  /** Of the peer, after trusted proxies. */
  readonly address: string;
}

/** RFC 6750 §2.1. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]{1,512}) *$/i;

/** The registration endpoint and that of each client's configuration: limits, refusals and their records. */
@Injectable()
export class RegistrationEndpoint {
  constructor(
    private readonly registration: DynamicRegistration,
    private readonly limiter: RateLimiter,
    private readonly refusals: Refusals,
    private readonly configuration: Configuration,
  ) {}

  /** RFC 7591 §3.1. @throws OAuthError or TooManyRequestsError; the refusal is recorded. */
  register(request: RegistrationRequest, document: unknown): Promise<ClientInformation> {
    return this.serve(request, undefined, (token) => this.registration.register(document, token));
  }

  read(request: RegistrationRequest, clientId: string): Promise<ClientInformation> {
    return this.serve(request, clientId, (token) => this.registration.read(clientId, token));
  }

  update(request: RegistrationRequest, clientId: string, document: unknown): Promise<ClientInformation> {
    return this.serve(request, clientId, (token) => this.registration.update(clientId, token, document));
  }

  delete(request: RegistrationRequest, clientId: string): Promise<void> {
    return this.serve(request, clientId, (token) => this.registration.delete(clientId, token));
  }

  private async serve<T>(
    { authorization, address }: RegistrationRequest,
    client: string | undefined,
    work: (token: string | undefined) => Promise<T>,
  ): Promise<T> {
    try {
      this.limit(address);
      return await work(BEARER.exec(authorization ?? '')?.[1]);
    } catch (error) {
      throw await this.refusals.record(error, { eventType: 'client.denied', address, client });
    }
  }

  private limit(address: string): void {
    const { perMinute } = this.configuration.registration;
    const verdict = this.limiter.consume('registration', addressBlock(address), perMinute);
    if (verdict.allowed) return;
    throw new TooManyRequestsError('Too many registrations from your address.', verdict.retryAfterSeconds);
  }
}
