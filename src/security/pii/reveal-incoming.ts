import { RequestContext } from '../../common/request-context.js';
import type { Incoming } from './incoming-values.js';
import type { ResolvedPiiPolicy } from './policies/pii-policy.js';
import type { PolicyEnforcer } from './policies/policy-enforcer.js';
import { revealDecision } from './reveal-decision.js';

/**
 * What comes in, so that values of origins the policy reveals arrive in clear: the policy passes over what was sent, in
 * which they are tokens still, and then they are turned back. Most calls bring none, and pay one look for them.
 */
export function revealIncoming(
  incoming: Incoming,
  policy: ResolvedPiiPolicy,
  enforcer: PolicyEnforcer,
): Incoming {
  const { value, sent = value } = incoming;
  const { reveals } = policy;
  if (reveals.length === 0) return incoming;
  if (enforcer.restore(sent, reveals, { numbers: false }).opened.length === 0) return incoming;
  return { value: sent, accept: (safe) => restore(incoming, safe, policy, enforcer) };
}

/** What was a number is one again, unless the schema wants text. */
function restore(
  incoming: Incoming,
  safe: unknown,
  policy: ResolvedPiiPolicy,
  enforcer: PolicyEnforcer,
): void {
  const { accept, acceptSent = toTrue(accept) } = incoming;
  const { value, opened } = enforcer.restore(safe, policy.reveals, { numbers: true });
  RequestContext.current()?.piiDecisions.push(revealDecision(opened, policy.version));
  if (!acceptSent(value)) acceptSent(enforcer.restore(safe, policy.reveals, { numbers: false }).value);
}

function toTrue(accept: (safe: unknown) => void): (safe: unknown) => boolean {
  return (safe) => {
    accept(safe);
    return true;
  };
}
