import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditTarget } from '../../audit/index.js';
import { Configuration } from '../../config/index.js';
import { isPublicClient, type Client } from '../clients/client.js';
import { InvalidClientError, InvalidRequestError } from '../errors/oauth-errors.js';
import type { RefreshToken } from '../refresh-tokens/refresh-token.js';
import { RefreshTokens } from '../refresh-tokens/refresh-tokens.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { ClientEndpoint } from '../token/client-endpoint.js';
import type { FormParameters } from '../token/form-parameters.js';
import type { FormRequest } from '../token/form-request.js';
import { Users } from '../users/users.js';
import { AccessTokenVerifier, type VerifiedToken } from '../verification/access-token-verifier.js';
import {
  describeAccessToken,
  describeRefreshToken,
  INACTIVE,
  type IntrospectionResponse,
} from './introspection-response.js';

const INTROSPECTION_ENDPOINT = { limit: 'introspection', eventType: 'token.introspected' } as const;
/** What a client needs to ask about tokens of others. */
const INTROSPECTION_SCOPE = 'token.introspect';

/** An answer, and the client it is for. */
export interface Introspection {
  readonly caller: Client;
  readonly response: IntrospectionResponse;
}

interface Finding {
  readonly response: IntrospectionResponse;
  readonly target?: AuditTarget;
}

const NOT_FOUND: Finding = { response: INACTIVE };

/** RFC 7662: whether a token is active, and what it allows. */
@Injectable()
export class TokenIntrospection {
  constructor(
    private readonly endpoint: ClientEndpoint,
    private readonly refreshTokens: RefreshTokens,
    private readonly verifier: AccessTokenVerifier,
    private readonly users: Users,
    private readonly scopes: ScopeAuthority,
    private readonly audit: AuditTrail,
    private readonly configuration: Configuration,
  ) {}

  /**
   * Unknown, forged, expired and revoked tokens, and those that are none of the caller's business, are
   * inactive alike (§4: an answer must not help to find tokens).
   *
   * @throws OAuthError when the client is not proved, or can keep no secret to prove itself with.
   */
  introspect(request: FormRequest): Promise<Introspection> {
    return this.endpoint.serve(request, INTROSPECTION_ENDPOINT, async (caller, parameters) => {
      if (isPublicClient(caller)) throw new InvalidClientError('public_client');
      const token = requireToken(parameters);
      await this.scopes.current();
      const { response, target } = await this.look(caller, token);
      await this.record(caller, response, target);
      return { caller, response };
    });
  }

  private async look(caller: Client, token: string): Promise<Finding> {
    const refreshToken = await this.refreshTokens.find(token);
    if (refreshToken !== undefined) return this.lookAtRefreshToken(caller, refreshToken);
    const verified = await this.verifier.inspect(token);
    if (verified === undefined || !this.mayKnow(caller, verified)) return NOT_FOUND;
    return {
      response: describeAccessToken(verified),
      target: { type: 'access-token', id: verified.claims.jti },
    };
  }

  /** No resource server has any business with it; the client it was issued to has. */
  private async lookAtRefreshToken(caller: Client, token: RefreshToken): Promise<Finding> {
    const { family, state, familySeconds } = token;
    const isAlive = state === 'current' && !family.isRevoked && familySeconds > 0;
    if (!isAlive || family.clientId !== caller.clientId) return NOT_FOUND;
    const user = await this.users.find(family.userId);
    if (user?.status !== 'active') return NOT_FOUND;
    const response = describeRefreshToken(token, this.configuration.server.issuer);
    return { response, target: { type: 'token-family', id: family.id } };
  }

  /** A client its own tokens; a resource server those that are meant for it (RFC 9701 §5). */
  private mayKnow(caller: Client, { claims }: VerifiedToken): boolean {
    if (claims.client_id === caller.clientId) return true;
    if (!this.scopes.grantable(caller).has(INTROSPECTION_SCOPE)) return false;
    return claims.aud.some((audience) => caller.audiences.includes(audience));
  }

  private record(
    { clientId }: Client,
    { active }: IntrospectionResponse,
    target: AuditTarget | undefined,
  ): Promise<void> {
    return this.audit.record({
      eventType: INTROSPECTION_ENDPOINT.eventType,
      outcome: 'success',
      client: clientId,
      ...(target === undefined ? {} : { target }),
      details: { active },
    });
  }
}

/** The kinds of token look different, so the hint is not needed (RFC 7662 §2.1); repeated it is an error. */
function requireToken(parameters: FormParameters): string {
  const token = parameters.get('token');
  parameters.get('token_type_hint');
  if (token === undefined) throw new InvalidRequestError('The parameter token is missing.');
  return token;
}
