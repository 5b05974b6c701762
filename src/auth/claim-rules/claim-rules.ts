import type { ClaimRule } from '../../config/index.js';

export type ForeignClaims = Readonly<Record<string, unknown>>;

/** What the claims of somebody else's token are worth here. */
export interface Worth {
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
}

/** Everything that the rules give whose claim has the value. */
export function worthOf(claims: ForeignClaims, rules: readonly ClaimRule[]): Worth {
  const met = rules.filter(({ claim, value }) => holds(claims, claim, value));
  return {
    scopes: unique(met.flatMap(({ scopes }) => scopes)),
    roles: unique(met.flatMap(({ roles }) => roles)),
  };
}

/**
 * Whether the claim is the value, or has it among its items, or among its space-separated words (RFC 8693 §4.2).
 * Only own members count, and only text: `{"roles": {"admin": true}}` gives nothing.
 */
export function holds(claims: ForeignClaims, path: readonly string[], value: string): boolean {
  const claim = memberAt(claims, path);
  if (typeof claim === 'string') return claim === value || claim.split(' ').includes(value);
  return Array.isArray(claim) && claim.includes(value);
}

/** The required claims that are not as they have to be. */
export function missingClaims(
  claims: ForeignClaims,
  required: Readonly<Record<string, string | number | boolean>>,
): string[] {
  return Object.entries(required)
    .filter(([name, value]) => !Object.hasOwn(claims, name) || claims[name] !== value)
    .map(([name]) => name);
}

function memberAt(claims: ForeignClaims, path: readonly string[]): unknown {
  let value: unknown = claims;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
