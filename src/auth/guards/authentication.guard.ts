import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../../common/principal.js';
import { RequestContext } from '../../common/request-context.js';
import { BearerError, MissingTokenError, type ChallengeContext } from '../challenges/bearer-errors.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { accessDeclarationOf, type AccessDeclaration } from './access-declaration.js';
import { accessPointOf, isMcpContext } from './access-point.js';
import { AuthenticationFailures } from './authentication-failures.js';
import { bearerCredential } from './bearer-credential.js';
import { Credentials } from './credentials.js';

/**
 * Global, first of the guards: proves who calls and puts the principal on the request context.
 * On HTTP the bearer credential proves it. On MCP handlers the HTTP request that carried the call has
 * done so already, and the arguments of a tool are never looked at for credentials.
 */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly credentials: Credentials,
    private readonly resources: ProtectedResources,
    private readonly scopes: ScopeAuthority,
    private readonly failures: AuthenticationFailures,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const declaration = accessDeclarationOf(context.getHandler(), context.getClass());
    if (declaration.isPublic) return true;
    const current = RequestContext.current();
    if (current === undefined) throw new Error('A handler was reached outside of a request context');
    if (isMcpContext(context) && current.principal !== undefined) return true;
    return this.identify(context, declaration, current);
  }

  private async identify(
    context: ExecutionContext,
    declaration: AccessDeclaration,
    current: RequestContext,
  ): Promise<true> {
    current.principal = await this.authenticate(context, declaration, current.source.address);
    return true;
  }

  private async authenticate(
    context: ExecutionContext,
    declaration: AccessDeclaration,
    address: string,
  ): Promise<Principal> {
    try {
      return await this.prove(context, declaration, address);
    } catch (error) {
      if (!(error instanceof BearerError)) throw error;
      throw await this.failures.refuse(error, accessPointOf(context, declaration.resource), address);
    }
  }

  private prove(
    context: ExecutionContext,
    declaration: AccessDeclaration,
    address: string,
  ): Promise<Principal> {
    const { requirement } = declaration;
    const { resource } = accessPointOf(context, declaration.resource);
    const scopes = requirement === undefined ? [] : this.scopes.scopesNeeded(requirement);
    const challenge: ChallengeContext = {
      resourceMetadataUrl: this.resources.resourceOf(resource).metadataUrl,
      scopes,
    };
    if (isMcpContext(context)) throw new MissingTokenError(challenge);
    const { raw } = context.switchToHttp().getRequest<FastifyRequest>();
    return this.credentials.verify(bearerCredential(raw, challenge), resource, address, scopes);
  }
}
