import {
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { catchError, from, mergeMap, of, throwError, type Observable } from 'rxjs';
import { HandlerCache } from '../../common/handler-cache.js';
import { MCP_CONTEXT, type McpCall } from '../../common/mcp-call.js';
import { ServiceUnavailableError } from '../../common/problem-error.js';
import { RequestContext } from '../../common/request-context.js';
import { callerSignal } from './caller-signal.js';
import { incomingOfCall, incomingOfRequest, type HttpRequest, type Incoming } from './incoming-values.js';
import { outgoing, outgoingLater, type Protect, type ProtectLater } from './outgoing.js';
import { ActivePolicies } from './policies/active-policies.js';
import { PII_POLICY_METADATA } from './policies/pii-policy.decorator.js';
import { resolvePolicy, type Direction, type ResolvedPiiPolicy } from './policies/pii-policy.js';
import { PiiRejectedError } from './policies/pii-rejected.error.js';
import { PolicyEnforcer, type Enforcement } from './policies/policy-enforcer.js';
import { RecognizersUnavailableError } from './remote/recognizers-unavailable.error.js';
import { protectReplyHeaders, type HttpReply } from './reply-headers.js';
import { revealIncoming } from './reveal-incoming.js';
import { ScanLimitError } from './structure/scan-limit.error.js';

/** Boot checks refuse tools without a policy; should one come through, it meets the default. */
const UNDECLARED = resolvePolicy({ in: 'encrypt', out: 'encrypt' });

/** Where a call comes from and what it may do. */
interface Protected {
  readonly context: ExecutionContext;
  readonly policy: ResolvedPiiPolicy;
  readonly origin: string;
}

/**
 * Applies the declared policy to the arguments and results of tools, resources, prompts and routes.
 * Whatever goes wrong while checking refuses the call: nothing passes unchecked.
 */
@Injectable()
export class PiiPolicyInterceptor implements NestInterceptor {
  private readonly logger = new Logger(PiiPolicyInterceptor.name);

  private readonly declared = new HandlerCache(declaredPolicy);

  constructor(
    private readonly enforcer: PolicyEnforcer,
    private readonly policies: ActivePolicies,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { policy } = this.declared.of(context);
    if (context.getType<string>() === MCP_CONTEXT)
      return this.interceptCall(context, next, policy ?? UNDECLARED);
    return policy === undefined ? next.handle() : this.interceptRoute(context, next, policy);
  }

  private interceptCall(
    context: ExecutionContext,
    next: CallHandler,
    declared: ResolvedPiiPolicy,
  ): Observable<unknown> {
    const call = context.getArgByIndex<McpCall>(0);
    const by = this.inForce(context, declared, call.origin ?? `${call.kind}:${call.name}`);
    return this.pass(by, incomingOfCall(call), next, (protect) => {
      call.protectOutbound = (value) => protect(value, 'out');
    });
  }

  private interceptRoute(
    context: ExecutionContext,
    next: CallHandler,
    declared: ResolvedPiiPolicy,
  ): Observable<unknown> {
    const http = context.switchToHttp();
    const origin = `route:${context.getClass().name}.${context.getHandler().name}`;
    const by = this.inForce(context, declared, origin);
    const reply = http.getResponse<HttpReply>();
    let protect: Protect = (value) => value;
    const results = this.pass(by, incomingOfRequest(http.getRequest<HttpRequest>()), next, (given) => {
      protect = given;
    });
    const protectHeaders = () => protectReplyHeaders(reply, (value) => protect(value, 'out'));
    return results.pipe(
      mergeMap((result) => after(protectHeaders(), () => of(result))),
      // An error leaves with the headers that were set before it.
      catchError((error: unknown) => after(protectHeaders(), () => throwError(() => error))),
    );
  }

  /** Asked once: one call meets one version of its policy. */
  private inForce(context: ExecutionContext, declared: ResolvedPiiPolicy, origin: string): Protected {
    const granted = RequestContext.principal()?.scopes;
    return { context, policy: this.policies.of(origin, declared, granted), origin };
  }

  /** Synchronous unless others are asked: the usual call pays nothing for those that are. */
  private pass(
    by: Protected,
    incoming: Incoming,
    next: CallHandler,
    begin: (protect: Protect) => void,
  ): Observable<unknown> {
    const { value, accept } = revealIncoming(incoming, by.policy, this.enforcer);
    if (this.enforcer.asks(by.policy)) return this.passLater(by, { value, accept }, next, begin);
    const protect = this.protectionOf(by);
    begin(protect);
    accept(protect(value, 'in'));
    return outgoing(next, protect);
  }

  private passLater(
    by: Protected,
    { value, accept }: Incoming,
    next: CallHandler,
    begin: (protect: Protect) => void,
  ): Observable<unknown> {
    const protect = this.laterProtectionOf(by);
    begin(protect);
    return from(protect(value, 'in')).pipe(
      mergeMap((safe) => {
        accept(safe);
        return outgoingLater(next, protect);
      }),
    );
  }

  private protectionOf({ policy, origin }: Protected): Protect {
    // Taken now: a result may arrive from a callback that lost the asynchronous context.
    const request = RequestContext.current();
    return (value, direction) => {
      try {
        return settle(this.enforcer.enforce(value, policy, direction, origin), request);
      } catch (error) {
        throw this.closed(error, origin, direction);
      }
    };
  }

  private laterProtectionOf({ context, policy, origin }: Protected): ProtectLater {
    const request = RequestContext.current();
    const signal = callerSignal(context);
    let last: Promise<unknown> = Promise.resolve();
    const protect: ProtectLater = async (value, direction) => {
      try {
        return settle(await this.enforcer.enforceAsking(value, policy, direction, origin, signal), request);
      } catch (error) {
        throw this.closed(error, origin, direction);
      }
    };
    return (value, direction) => {
      const answer = last.then(() => protect(value, direction));
      last = answer.catch(() => undefined);
      return answer;
    };
  }

  /** Fails closed. The cause is logged by name only: its message may quote the value. */
  private closed(error: unknown, origin: string, direction: Direction): unknown {
    if (OURS.some((kind) => error instanceof kind)) return error;
    this.logger.error({
      msg: 'personal-data policy failed',
      origin,
      direction,
      error: (error as Error | null)?.name,
    });
    return new ServiceUnavailableError(
      'Personal data cannot be checked at the moment; nothing was passed on.',
    );
  }
}

/** What checking itself refuses with. */
const OURS = [PiiRejectedError, ScanLimitError, RecognizersUnavailableError];

function after<T>(first: Promise<void> | undefined, next: () => Observable<T>): Observable<T> {
  return first === undefined ? next() : from(first).pipe(mergeMap(next));
}

function settle({ value, decision, rejected }: Enforcement, request: RequestContext | undefined): unknown {
  request?.piiDecisions.push(decision);
  if (rejected.length > 0) throw new PiiRejectedError(rejected);
  return value;
}

/** Of the handler and its class the nearer one decides. */
function declaredPolicy(handler: object, owner: object): { policy: ResolvedPiiPolicy | undefined } {
  const [policy] = [handler, owner].flatMap(
    (target) => (Reflect.getMetadata(PII_POLICY_METADATA, target) as ResolvedPiiPolicy | undefined) ?? [],
  );
  return { policy };
}
