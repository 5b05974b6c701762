import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import { isPublicClient } from '../clients/client.js';
import { Consents } from '../consents/consents.js';
import {
  AccessDeniedError,
  ConsentRequiredError,
  LoginRequiredError,
} from '../errors/authorization-errors.js';
import type { OAuthError } from '../errors/oauth-error.js';
import { isIdentityScope } from '../scopes/identity-scopes.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { LOGIN_SKEW_MS, type LoginSession } from '../sessions/login-session.js';
import type { User } from '../users/user.js';
import { Users } from '../users/users.js';
import type { AuthorizationRequest } from './authorization-request.js';

/** What the person is asked to allow. */
export interface ConsentQuestion {
  readonly step: 'consent';
  readonly user: User;
  /** Scopes the person can give, as asked for. */
  readonly requested: readonly string[];
  /** Those of them that they allowed the client before, at the resources of the request. */
  readonly alreadyGranted: readonly string[];
  /** Scopes asked for that the person's roles do not give; they are left out. */
  readonly missing: readonly string[];
}

/** What has to happen next with an authorization request. */
export type Decision =
  | { readonly step: 'login' }
  | ConsentQuestion
  | { readonly step: 'grant'; readonly user: User; readonly scopes: readonly string[] }
  | { readonly step: 'refuse'; readonly error: OAuthError };

/** What was known of the browser when the request came. */
export interface Arrival {
  readonly createdAt: Date;
  readonly earlierSessionId: string | undefined;
}

const LOGIN = { step: 'login' } as const;
/** A login whose time is not known is a recent one to nobody. */
const NEVER = -Infinity;

/** Decides about a validated request: log in, ask, grant or refuse (OpenID Connect Core 1.0 §3.1.2.3 and §3.1.2.4). */
@Injectable()
export class AuthorizationDecision {
  constructor(
    private readonly users: Users,
    private readonly consents: Consents,
    private readonly authority: ScopeAuthority,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** @throws ServiceUnavailableError when the database does not answer. */
  async decide(
    request: AuthorizationRequest,
    arrival: Arrival,
    session: LoginSession | undefined,
  ): Promise<Decision> {
    const decision = await this.withoutPrompt(request, arrival, session);
    return request.prompt.includes('none') ? silenced(decision) : decision;
  }

  private async withoutPrompt(
    request: AuthorizationRequest,
    arrival: Arrival,
    session: LoginSession | undefined,
  ): Promise<Decision> {
    if (session === undefined || !this.isRecentEnough(request, arrival, session)) return LOGIN;
    const user = await this.users.reread(session.userId);
    // Somebody else knows the password: the login pages have them change it before anything is given.
    if (user?.status !== 'active' || user.mustChangePassword) return LOGIN;
    if (request.expectedUserId !== undefined && request.expectedUserId !== user.id) return LOGIN;
    return this.consentOf(request, user);
  }

  /** Whether the person has proved who they are as late as the request wants (OpenID Connect Core 1.0 §3.1.2.1). */
  private isRecentEnough(
    { prompt, maxAge }: AuthorizationRequest,
    arrival: Arrival,
    session: LoginSession,
  ): boolean {
    const isNew = isSince(arrival, session);
    const authenticatedAt = session.authenticatedAt?.getTime() ?? NEVER;
    if (isNew && authenticatedAt >= earliestOf(arrival)) return true;
    // Choosing an account at a provider that knows the person already is no proof, but a choice.
    if (prompt.includes('login') || (prompt.includes('select_account') && !isNew)) return false;
    return maxAge === undefined || this.clock.now().getTime() - authenticatedAt <= maxAge * 1_000;
  }

  private async consentOf(request: AuthorizationRequest, user: User): Promise<Decision> {
    const { requested, missing } = await this.scopesFor(request, user);
    if (requested.length === 0) return refuse(NOTHING_LEFT);
    const { client, audience } = request;
    const asked = { userId: user.id, clientId: client.clientId, scopes: requested, audience };
    const alreadyGranted = await this.consents.allowed(asked);
    const isRemembered = alreadyGranted.length === requested.length && this.isRememberable(request);
    if (isRemembered && !request.prompt.includes('consent'))
      return { step: 'grant', user, scopes: requested };
    return { step: 'consent', user, requested, alreadyGranted, missing };
  }

  /** Nobody can give a client more than their roles give themselves. */
  private async scopesFor(
    { scopes }: AuthorizationRequest,
    user: User,
  ): Promise<{ requested: string[]; missing: string[] }> {
    await this.authority.current();
    const held = this.authority.scopesOfRoles(user.roles);
    const isGiven = (scope: string) => isIdentityScope(scope) || held.has(scope);
    return {
      requested: scopes.filter(isGiven),
      missing: scopes.filter((scope) => !isGiven(scope)),
    };
  }

  /**
   * RFC 8252 §8.6: whoever runs a program on the person's machine can pass for a public client that is answered
   * there. Its consent is asked for each time, unless the operator decided otherwise.
   */
  private isRememberable({ client, redirectUri }: AuthorizationRequest): boolean {
    const isAssured = redirectUri.startsWith('https://') || !isPublicClient(client);
    return isAssured || this.configuration.people.rememberNativeConsent;
  }
}

const NOTHING_LEFT = new AccessDeniedError('Your roles give none of what the application asks for.', {
  reason: 'no_scope_left',
});

/** A session that began after the request: another one, and by the clock. */
function isSince(arrival: Arrival, session: LoginSession): boolean {
  return session.id !== arrival.earlierSessionId && session.createdAt.getTime() >= earliestOf(arrival);
}

/** In milliseconds since the epoch. */
function earliestOf({ createdAt }: Arrival): number {
  return createdAt.getTime() - LOGIN_SKEW_MS;
}

/** `prompt=none`: what would need the person is an error instead. */
function silenced(decision: Decision): Decision {
  if (decision.step === 'login') return refuse(new LoginRequiredError('Somebody has to log in.'));
  if (decision.step === 'consent') return refuse(new ConsentRequiredError('The person has to be asked.'));
  return decision;
}

function refuse(error: OAuthError): Decision {
  return { step: 'refuse', error };
}
