import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import type { Client } from '../clients/client.js';
import { OAuthError } from '../errors/oauth-error.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { RateLimiter } from '../rate-limit/rate-limiter.js';
import type { LoginSession } from '../sessions/login-session.js';
import { LoginSessions } from '../sessions/login-sessions.js';
import { SessionCookie } from '../sessions/session-cookie.js';
import { Refusals } from '../token/refusals.js';
import { AuthorizationFlow } from './authorization-flow.js';
import { AuthorizationParameters } from './authorization-parameters.js';
import { AuthorizationRequests, errorTargetOf, type Addressee } from './authorization-requests.js';
import { errorResponseTo, type AuthorizationResponse } from './authorization-response.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { PendingAuthorizations } from './pending-authorizations.js';
import { isPushedRequestUri, PushedRequests } from './pushed-requests.js';

/** An answer that is ready, and who is logged in at the browser. */
export interface ReadyAnswer {
  readonly response: AuthorizationResponse;
  readonly client: Client;
  readonly userId: string | undefined;
}

/** Where the browser goes: to a page of ours that asks the person, or back to the client. */
export type AuthorizationOutcome = { readonly interaction: string } | ReadyAnswer;

/** RFC 6749 §3.1: the steps of an authorization request, in order. */
@Injectable()
export class AuthorizationEndpoint {
  constructor(
    private readonly requests: AuthorizationRequests,
    private readonly pushed: PushedRequests,
    private readonly flow: AuthorizationFlow,
    private readonly pending: PendingAuthorizations,
    private readonly sessions: LoginSessions,
    private readonly cookie: SessionCookie,
    private readonly limiter: RateLimiter,
    private readonly refusals: Refusals,
    private readonly configuration: Configuration,
  ) {}

  /**
   * Decides about the request, keeping it when the person has to be asked.
   *
   * @throws PublicError when the client cannot be answered, to be shown to the person; it is recorded.
   */
  async authorize(
    form: URLSearchParams,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<AuthorizationOutcome> {
    this.limit(request.ip);
    const sent = new AuthorizationParameters(form);
    try {
      const parameters = await this.resolve(sent);
      const addressee = await this.requests.addressee(parameters);
      return await this.answer(parameters, addressee, request, reply);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      throw await this.refuse(error, form.get('client_id') ?? undefined, request.ip);
    }
  }

  /** RFC 9126 §4: what was pushed stands for everything that the browser brings. */
  private async resolve(sent: AuthorizationParameters): Promise<AuthorizationParameters> {
    const requestUri = sent.get('request_uri');
    if (requestUri === undefined || !isPushedRequestUri(requestUri)) return sent;
    const clientId = sent.get('client_id');
    if (clientId === undefined) throw new InvalidRequestError('The parameter client_id is missing.');
    return this.pushed.take(requestUri, clientId);
  }

  private async answer(
    parameters: AuthorizationParameters,
    addressee: Addressee,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<AuthorizationOutcome> {
    const session = await this.sessionOf(request);
    const ready = { client: addressee.client, userId: session?.userId };
    let authorization: AuthorizationRequest;
    try {
      authorization = await this.requests.check(parameters, addressee);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      const response = await this.redirectError(error, parameters, addressee, request.ip);
      return { response, ...ready };
    }
    const step = await this.flow.begin(authorization, session);
    if (step.step === 'finished') return { response: step.response, ...ready };
    const { id } = await this.pending.create(authorization, request, reply, session?.id);
    return { interaction: id };
  }

  private async redirectError(
    error: OAuthError,
    parameters: AuthorizationParameters,
    addressee: Addressee,
    address: string,
  ): Promise<AuthorizationResponse> {
    const refusal = await this.refuse(error, addressee.client.clientId, address);
    if (refusal !== error) throw refusal;
    const target = errorTargetOf(parameters, addressee);
    return errorResponseTo(target, this.configuration.server.issuer, error);
  }

  private sessionOf(request: FastifyRequest): Promise<LoginSession | undefined> {
    const cookie = this.cookie.read(request);
    return cookie === undefined ? Promise.resolve(undefined) : this.sessions.find(cookie);
  }

  /** Each request may keep a row: nobody may fill the table. */
  private limit(address: string): void {
    const { tokenRequestsPerMinute } = this.configuration.limits;
    const verdict = this.limiter.consume('authorize', addressBlock(address), tokenRequestsPerMinute);
    if (verdict.allowed) return;
    throw new TooManyRequestsError('Too many authorization requests from here.', verdict.retryAfterSeconds);
  }

  private refuse(error: OAuthError, client: string | undefined, address: string): Promise<unknown> {
    return this.refusals.record(error, { eventType: 'authorization.denied', client, address });
  }
}
