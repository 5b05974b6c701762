import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Configuration } from '../../config/index.js';
import { Transactions, type Transaction } from '../../database/index.js';
import type { ConsentScope } from '../consents/consent.js';
import { Consents } from '../consents/consents.js';
import { AccessDeniedError } from '../errors/authorization-errors.js';
import type { OAuthError } from '../errors/oauth-error.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import type { LoginSession } from '../sessions/login-session.js';
import { AuthorizationCodes } from './authorization-codes.js';
import { AuthorizationDecision, type ConsentQuestion } from './authorization-decision.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { errorResponseTo, responseTo, type AuthorizationResponse } from './authorization-response.js';
import type { PendingAuthorization } from './pending-authorization.js';
import { PendingAuthorizations } from './pending-authorizations.js';

/** What the person in front of the browser has to do next, or where the browser goes. */
export type AuthorizationStep =
  | { readonly step: 'login' }
  | ConsentQuestion
  | { readonly step: 'finished'; readonly response: AuthorizationResponse };

/** Leads an authorization request from its arrival to its answer. Every answer is given once and recorded. */
@Injectable()
export class AuthorizationFlow {
  private readonly issuer: string;

  constructor(
    private readonly decisions: AuthorizationDecision,
    private readonly pending: PendingAuthorizations,
    private readonly codes: AuthorizationCodes,
    private readonly consents: Consents,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    { server }: Configuration,
  ) {
    this.issuer = server.issuer;
  }

  /**
   * What a request that just arrived needs, before anything is kept of it: most often the person is logged in and
   * has consented, and the answer is ready.
   */
  begin(request: AuthorizationRequest, session: LoginSession | undefined): Promise<AuthorizationStep> {
    const arrival = { createdAt: new Date(), earlierSessionId: session?.id };
    return this.proceed(request, arrival, session, () => Promise.resolve());
  }

  /**
   * What a request that waits needs now. Asking again does no harm until it is finished.
   *
   * @throws InvalidRequestError when it was answered in the meantime.
   */
  next(pending: PendingAuthorization, session: LoginSession | undefined): Promise<AuthorizationStep> {
    return this.proceed(pending, pending, session, (transaction) => this.take(transaction, pending));
  }

  /**
   * The person allows these scopes; what they cannot give, or was not asked for, is left out.
   *
   * @throws InvalidRequestError when the request was answered before, or they have to log in first.
   */
  async approve(
    pending: PendingAuthorization,
    session: LoginSession,
    scopes: readonly string[],
  ): Promise<AuthorizationResponse> {
    const decision = await this.decisions.decide(pending, pending, session);
    const take = (transaction: Transaction) => this.take(transaction, pending);
    if (decision.step === 'refuse') return this.refuse(pending, decision.error, session, take);
    if (decision.step === 'login') throw new InvalidRequestError('Log in first.');
    const possible = decision.step === 'grant' ? decision.scopes : decision.requested;
    const allowed = possible.filter((scope) => scopes.includes(scope));
    if (allowed.length === 0) return this.refuse(pending, DENIED, session, take);
    return this.grant(pending, session, allowed, async (transaction) => {
      await this.take(transaction, pending);
      await this.consents.grant(transaction, consentTo(pending, session, allowed));
    });
  }

  /**
   * The person refuses, or gives up at the login.
   *
   * @throws InvalidRequestError when the request was answered before.
   */
  deny(pending: PendingAuthorization, session?: LoginSession): Promise<AuthorizationResponse> {
    return this.refuse(pending, DENIED, session, (transaction) => this.take(transaction, pending));
  }

  private async proceed(
    request: AuthorizationRequest,
    arrival: Pick<PendingAuthorization, 'createdAt' | 'earlierSessionId'>,
    session: LoginSession | undefined,
    take: (transaction: Transaction) => Promise<void>,
  ): Promise<AuthorizationStep> {
    const decision = await this.decisions.decide(request, arrival, session);
    if (decision.step === 'login' || decision.step === 'consent') return decision;
    if (decision.step === 'refuse' || session === undefined) {
      const error = decision.step === 'refuse' ? decision.error : DENIED;
      return { step: 'finished', response: await this.refuse(request, error, session, take) };
    }
    const { scopes } = decision;
    const response = await this.grant(request, session, scopes, async (transaction) => {
      await take(transaction);
      await this.consents.hold(transaction, consentTo(request, session, scopes));
    });
    return { step: 'finished', response };
  }

  /** Code, family, consent and record stand or fall together. */
  private async grant(
    request: AuthorizationRequest,
    session: LoginSession,
    scopes: readonly string[],
    before: (transaction: Transaction) => Promise<void>,
  ): Promise<AuthorizationResponse> {
    const code = await this.transactions.run(async (transaction) => {
      await before(transaction);
      const issued = await this.codes.issue(transaction, request, session, scopes);
      await this.audit.recordWithin(transaction, {
        eventType: 'authorization.granted',
        outcome: 'success',
        actor: { kind: 'user', subject: session.userId },
        client: request.client.clientId,
        target: { type: 'token-family', id: issued.familyId },
        details: { scope: scopes.join(' '), audience: request.audience },
      });
      return issued.code;
    });
    return responseTo(request, this.issuer, { code });
  }

  private async refuse(
    request: AuthorizationRequest,
    error: OAuthError,
    session: LoginSession | undefined,
    before: (transaction: Transaction) => Promise<void>,
  ): Promise<AuthorizationResponse> {
    await this.transactions.run(async (transaction) => {
      await before(transaction);
      await this.audit.recordWithin(transaction, {
        eventType: 'authorization.denied',
        outcome: 'denied',
        reason: error.reason ?? error.code,
        ...(session === undefined ? {} : { actor: { kind: 'user', subject: session.userId } as const }),
        client: request.client.clientId,
        details: { scope: request.scopes.join(' ') },
      });
    });
    return errorResponseTo(request, this.issuer, error);
  }

  private async take(transaction: Transaction, { id }: PendingAuthorization): Promise<void> {
    if (await this.pending.take(transaction, id)) return;
    throw new InvalidRequestError('This request was answered already, or has expired. Start again.');
  }
}

function consentTo(
  { client, audience }: AuthorizationRequest,
  { userId }: LoginSession,
  scopes: readonly string[],
): ConsentScope {
  return { userId, clientId: client.clientId, scopes, audience };
}

const DENIED = new AccessDeniedError('The person refused.', { reason: 'denied_by_user' });
