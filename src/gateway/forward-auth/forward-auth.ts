import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditTarget } from '../../audit/index.js';
import {
  askingTooOften,
  AuthenticationFailures,
  BearerError,
  bearerCredential,
  Credentials,
  InsufficientScopeError,
  RequestAllowance,
  ScopeAuthority,
  type RawRequest,
} from '../../auth/index.js';
import type { Principal } from '../../common/principal.js';
import { ProblemError } from '../../common/problem-error.js';
import { RequestContext } from '../../common/request-context.js';
import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import type { ForwardAuthConfiguration } from '../../config/index.js';
import { Upstreams, type Upstream } from '../upstreams/upstreams.js';
import { IdentityAssertion } from './identity-assertion.js';
import { identityHeaders } from './identity-headers.js';
import { detailsOf } from './operation-details.js';
import { operationsOf, type Operation } from './operations.js';
import type { Question } from './original-request.js';

const DENIED = 'upstream.denied' as const;

/** Tells a reverse proxy whether a request may reach the MCP server behind it, and who makes it. */
@Injectable()
export class ForwardAuth {
  constructor(
    private readonly upstreams: Upstreams,
    private readonly credentials: Credentials,
    private readonly failures: AuthenticationFailures,
    private readonly allowance: RequestAllowance,
    private readonly scopes: ScopeAuthority,
    private readonly assertion: IdentityAssertion,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * The headers for the server behind, when the request may reach it.
   *
   * @throws BearerError 401 or 403 with the challenge to relay.
   * @throws TooManyRequestsError
   * @throws ProblemError 404 for a server that is not declared, 400 and 415 for what others may read
   *   in another way: contradicting headers and body, say.
   */
  async permit(name: string, question: Question, raw: RawRequest): Promise<Record<string, string>> {
    const upstream = this.upstreams.find(name);
    if (upstream?.forwardAuth === undefined) throw unknownUpstream();
    const { forwardAuth } = upstream;
    const principal = await this.authenticate(upstream, raw);
    await this.countRequest(upstream, principal);
    const operations = await this.readOperations(upstream, forwardAuth, question);
    await this.authorize(upstream, principal, operations);
    const assertion = await this.assertion.sign(principal, upstream.resource.identifier);
    await this.recordPermitted(upstream, operations);
    return identityHeaders(principal, assertion);
  }

  private async authenticate({ name, resource, requirement }: Upstream, raw: RawRequest): Promise<Principal> {
    const context = RequestContext.current();
    if (context === undefined) throw new Error('A verdict was asked for outside of a request context');
    const scopes = this.scopes.scopesNeeded(requirement);
    const { address } = context.source;
    try {
      const credential = bearerCredential(raw, { resourceMetadataUrl: resource.metadataUrl, scopes });
      context.principal = await this.credentials.verify(credential, resource.path, address, scopes);
      return context.principal;
    } catch (error) {
      if (!(error instanceof BearerError)) throw error;
      const point = { deniedEvent: DENIED, target: targetOf(name), resource: resource.path };
      throw await this.failures.refuse(error, point, address);
    }
  }

  private async countRequest(upstream: Upstream, principal: Principal): Promise<void> {
    const verdict = this.allowance.consume(principal);
    if (verdict.allowed) return;
    if (verdict.firstRefusal) await this.deny(upstream, 'rate_limited');
    throw askingTooOften(verdict);
  }

  private async readOperations(
    upstream: Upstream,
    forwardAuth: ForwardAuthConfiguration,
    question: Question,
  ): Promise<readonly Operation[] | undefined> {
    try {
      return operationsOf(question, forwardAuth);
    } catch (error) {
      if (error instanceof ProblemError) await this.deny(upstream, error.code.replaceAll('-', '_'));
      throw error;
    }
  }

  private async authorize(
    upstream: Upstream,
    principal: Principal,
    operations: readonly Operation[] | undefined,
  ): Promise<void> {
    const missing = requirementsOf(upstream, operations).filter(
      (requirement) => !this.scopes.permits(principal, requirement),
    );
    if (missing.length === 0) return;
    const scopes = [...new Set(missing.flatMap((requirement) => this.scopes.scopesNeeded(requirement)))];
    const reason = operations === undefined ? 'unreadable_operation' : 'insufficient_scope';
    await this.deny(upstream, reason, operations, scopes);
    throw new InsufficientScopeError({ resourceMetadataUrl: upstream.resource.metadataUrl, scopes });
  }

  private async deny(
    upstream: Upstream,
    reason: string,
    operations?: readonly Operation[],
    scopes?: readonly string[],
  ): Promise<void> {
    await this.trail.record({
      eventType: DENIED,
      outcome: 'denied',
      reason,
      target: targetOf(upstream.name),
      details: { ...detailsOf(operations), ...(scopes !== undefined && { scopes_needed: scopes }) },
    });
  }

  private recordPermitted({ name }: Upstream, operations: readonly Operation[] | undefined): Promise<void> {
    return this.trail.record({
      eventType: 'upstream.permitted',
      outcome: 'success',
      target: targetOf(name),
      details: detailsOf(operations),
    });
  }
}

/** When nobody can tell what is asked for, it may be anything. */
function requirementsOf(
  { requirement, tools }: Upstream,
  operations: readonly Operation[] | undefined,
): readonly ScopeRequirement[] {
  if (operations === undefined) return tools.all();
  const asked = operations.map(({ tool }) => (tool === undefined ? requirement : tools.requirementOf(tool)));
  return asked.length === 0 ? [requirement] : asked;
}

function targetOf(name: string): AuditTarget {
  return { type: 'upstream', id: name };
}

function unknownUpstream(): ProblemError {
  return new ProblemError(
    { status: 404, code: 'unknown-upstream', title: 'Not Found' },
    'No MCP server of this name is declared with forward_auth in UPSTREAMS_FILE.',
  );
}
