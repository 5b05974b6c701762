import type { ResolvedPiiPolicy } from './pii-policy.js';

const known = new WeakMap<ResolvedPiiPolicy, ResolvedPiiPolicy>();

/** The policy without its rules for fields: for values that have other fields than those, such as descriptions. */
export function generalPolicy(policy: ResolvedPiiPolicy): ResolvedPiiPolicy {
  const general = known.get(policy) ?? withoutFields(policy);
  known.set(policy, general);
  return general;
}

function withoutFields(policy: ResolvedPiiPolicy): ResolvedPiiPolicy {
  const layers = policy.layers.map((layer) => layer.filter(({ fields }) => fields.length === 0));
  return { ...policy, layers: layers.filter((layer) => layer.length > 0) };
}
