import { mcpAccess, type AuditTrail } from '../../audit/index.js';
import type { Charge, RateLimiter } from '../../auth/index.js';
import type { Principal } from '../../common/principal.js';
import { TooManyRequestsError } from '../../common/problem-error.js';
import type { CallLimit, ServedHandler } from '../registry/served.js';
import { calledBy, completedBy } from './called-handler.js';
import type { EndpointDescription } from './endpoint-description.js';
import type { JsonRpcRequest } from './json-rpc.js';
import { rateLimitHeaders, type ShownQuota } from './rate-limit-headers.js';

const EVERYBODY = 'all';

interface CallQuota extends ShownQuota {
  readonly limit: CallLimit;
}

/**
 * What may be called how often, beside what a caller may ask of us altogether. Counted here, where a call arrives:
 * each call of a batch is one, and whatever is repeated behind it is none. The whole request is refused with HTTP 429,
 * as where a caller's allowance ends, because clients and proxies understand that and no code of JSON-RPC says it.
 */
export class CallLimits {
  constructor(
    private readonly endpoint: Pick<EndpointDescription, 'catalogue'>,
    private readonly limiter: RateLimiter,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Counts each call whose handler has limits.
   *
   * @returns headers that tell the caller what is left.
   * @throws TooManyRequestsError for the first call without room.
   */
  async check(
    requests: readonly JsonRpcRequest[],
    principal: Principal,
  ): Promise<Readonly<Record<string, string>>> {
    const shown = new Map<string, readonly [CallQuota, number]>();
    for (const request of requests) {
      const handler = this.handlerOf(request);
      if (handler?.limits === undefined || handler.limits.length === 0) continue;
      const charge = this.limiter.charge(handler.limits.map((limit) => quotaOf(limit, principal)));
      if (!charge.verdict.allowed) await this.refuse(handler, charge);
      for (const [quota, left] of charge.left) shown.set(quota.policy, [quota, left]);
    }
    return rateLimitHeaders(ownPart(new Map(shown.values())));
  }

  private handlerOf(request: JsonRpcRequest): ServedHandler | undefined {
    const { catalogue } = this.endpoint;
    return calledBy(request, catalogue) ?? completedBy(request, catalogue);
  }

  /** One record for each limit and minute: a record for each refusal would be what the limit prevents. */
  private async refuse(
    handler: ServedHandler,
    { verdict, refusedBy, left }: Charge<CallQuota>,
  ): Promise<never> {
    const { denied, target } = mcpAccess({ kind: handler.kind, name: handler.name });
    if (verdict.firstRefusal && refusedBy !== undefined) {
      const { name, countedBy, perMinute } = refusedBy.limit;
      await this.trail.record({
        eventType: denied,
        outcome: 'denied',
        reason: 'rate_limited',
        target,
        details: { limit: name, counted_by: countedBy, calls_per_minute: perMinute },
      });
    }
    throw new TooManyRequestsError(
      `${refusedBy?.limit.name ?? 'This'} is called too often; slow down.`,
      verdict.retryAfterSeconds,
      rateLimitHeaders(ownPart(left), verdict.retryAfterSeconds),
    );
  }
}

function quotaOf(limit: CallLimit, principal: Principal): CallQuota {
  const { name, countedBy, perMinute } = limit;
  const policy = `${name}:${countedBy}`;
  return { bucket: `call ${policy}`, key: keyOf(limit, principal), limitPerMinute: perMinute, policy, limit };
}

/** A client that acts for itself is a person of its own; its name may be one that a person has too. */
function keyOf({ countedBy }: CallLimit, { kind, subject, clientId }: Principal): string {
  if (countedBy === EVERYBODY) return EVERYBODY;
  if (countedBy === 'client') return clientId;
  return kind === 'user' ? `person ${subject}` : `client ${clientId}`;
}

/** What everybody may call together would tell a caller how busy the others are. */
function ownPart(left: ReadonlyMap<CallQuota, number>): ReadonlyMap<CallQuota, number> {
  return new Map([...left].filter(([{ limit }]) => limit.countedBy !== EVERYBODY));
}
