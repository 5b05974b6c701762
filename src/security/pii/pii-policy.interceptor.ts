import {
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { catchError, map, throwError, type Observable } from 'rxjs';
import { HandlerCache } from '../../common/handler-cache.js';
import { MCP_CONTEXT, type McpCall } from '../../common/mcp-call.js';
import { ServiceUnavailableError } from '../../common/problem-error.js';
import { RequestContext } from '../../common/request-context.js';
import { PII_POLICY_METADATA } from './policies/pii-policy.decorator.js';
import { resolvePolicy, type Direction, type ResolvedPiiPolicy } from './policies/pii-policy.js';
import { PiiRejectedError } from './policies/pii-rejected.error.js';
import { PolicyEnforcer, type Enforcement } from './policies/policy-enforcer.js';
import { protectError } from './protect-error.js';
import { ScanLimitError } from './structure/scan-limit.error.js';

/** The parts of a request that reach a route handler as arguments. Fastify's are plain properties. */
interface HttpRequest {
  body?: unknown;
  query?: unknown;
  params?: unknown;
}

/** Boot checks refuse tools without a policy; should one come through, it meets the default. */
const UNDECLARED = resolvePolicy({ in: 'encrypt', out: 'encrypt' });

/** Protects one call: every value of it meets the same policy. */
type Protect = (value: unknown, direction: Direction) => unknown;

/**
 * Applies the declared policy to the arguments and results of tools, resources, prompts and routes.
 * Whatever goes wrong while checking refuses the call: nothing passes unchecked.
 */
@Injectable()
export class PiiPolicyInterceptor implements NestInterceptor {
  private readonly logger = new Logger(PiiPolicyInterceptor.name);

  private readonly declared = new HandlerCache(declaredPolicy);

  constructor(private readonly enforcer: PolicyEnforcer) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { policy } = this.declared.of(context);
    if (context.getType<string>() === MCP_CONTEXT)
      return this.interceptCall(context, next, policy ?? UNDECLARED);
    return policy === undefined ? next.handle() : this.interceptRoute(context, next, policy);
  }

  private interceptCall(
    context: ExecutionContext,
    next: CallHandler,
    policy: ResolvedPiiPolicy,
  ): Observable<unknown> {
    const call = context.getArgByIndex<McpCall>(0);
    const protect = this.protectionOf(policy, `${call.kind}:${call.name}`);
    call.protectOutbound = (value) => protect(value, 'out');
    call.arguments = protect(call.arguments, 'in');
    return outgoing(next, protect);
  }

  private interceptRoute(
    context: ExecutionContext,
    next: CallHandler,
    policy: ResolvedPiiPolicy,
  ): Observable<unknown> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const protect = this.protectionOf(
      policy,
      `route:${context.getClass().name}.${context.getHandler().name}`,
    );
    const { body, query, params } = request;
    Object.assign(request, protect({ body, query, params }, 'in'));
    return outgoing(next, protect);
  }

  private protectionOf(policy: ResolvedPiiPolicy, origin: string): Protect {
    // Taken now: a result may arrive from a callback that lost the asynchronous context.
    const request = RequestContext.current();
    return (value, direction) => {
      const { value: enforced, decision, rejected } = this.enforce(value, policy, direction, origin);
      request?.piiDecisions.push(decision);
      if (rejected.length > 0) throw new PiiRejectedError(rejected);
      return enforced;
    };
  }

  /** Fails closed. The cause is logged by name only: its message may quote the value. */
  private enforce(
    value: unknown,
    policy: ResolvedPiiPolicy,
    direction: Direction,
    origin: string,
  ): Enforcement {
    try {
      return this.enforcer.enforce(value, policy, direction, origin);
    } catch (error) {
      if (error instanceof ScanLimitError) throw error;
      this.logger.error({
        msg: 'personal-data policy failed',
        origin,
        direction,
        error: (error as Error | null)?.name,
      });
      throw new ServiceUnavailableError(
        'Personal data cannot be checked at the moment; nothing was passed on.',
      );
    }
  }
}

function outgoing(next: CallHandler, protect: Protect): Observable<unknown> {
  return next.handle().pipe(
    map((result: unknown) => protect(result, 'out')),
    catchError((error: unknown) => throwError(() => protectError(error, (text) => protect(text, 'out')))),
  );
}

/** Of the handler and its class the nearer one decides. */
function declaredPolicy(handler: object, owner: object): { policy: ResolvedPiiPolicy | undefined } {
  const [policy] = [handler, owner].flatMap(
    (target) => (Reflect.getMetadata(PII_POLICY_METADATA, target) as ResolvedPiiPolicy | undefined) ?? [],
  );
  return { policy };
}
