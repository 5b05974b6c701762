import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../common/request-context.js';
import {
  ActivePolicies,
  PII_POLICY_METADATA,
  PiiRejectedError,
  PolicyEnforcer,
  type Enforcement,
  type ResolvedPiiPolicy,
} from '../../security/index.js';
import type { ServedHandler } from '../registry/served.js';

type Direction = 'in' | 'out';

/** Applies the policy of a handler to what reaches or leaves it by another way than a call. */
@Injectable()
export class HandlerProtection {
  constructor(
    private readonly enforcer: PolicyEnforcer,
    private readonly policies: ActivePolicies,
  ) {}

  /**
   * The value as the policy leaves it; its decision is kept for the record.
   *
   * @throws PiiRejectedError when the policy admits no personal data and there is some, RecognizersUnavailableError when
   *   it does not make do without those who have to be asked.
   */
  async protect<T>(served: ServedHandler, value: T, direction: Direction, signal: AbortSignal): Promise<T> {
    const { origin } = served;
    const policy = this.policyFor(served);
    return settle(await this.enforcer.enforceAsking(value, policy, direction, origin, signal)) as T;
  }

  /** The same by the rules alone. @throws PiiRejectedError */
  protectNow<T>(served: ServedHandler, value: T, direction: Direction): T {
    return settle(this.enforcer.enforce(value, this.policyFor(served), direction, served.origin)) as T;
  }

  private policyFor(served: ServedHandler): ResolvedPiiPolicy {
    return this.policies.of(served.origin, policyOf(served), RequestContext.principal()?.scopes);
  }
}

function settle({ value, decision, rejected }: Enforcement): unknown {
  RequestContext.current()?.piiDecisions.push(decision);
  if (rejected.length > 0) throw new PiiRejectedError(rejected);
  return value;
}

/** The registry lets nothing without a policy through. */
function policyOf({ instance, method }: ServedHandler): ResolvedPiiPolicy {
  const handler = (instance as Record<string, object>)[method] as object;
  return [handler, instance.constructor]
    .map((target) => Reflect.getMetadata(PII_POLICY_METADATA, target) as ResolvedPiiPolicy | undefined)
    .find((policy) => policy !== undefined) as ResolvedPiiPolicy;
}
