import { z } from 'zod';
import { SCOPE_TOKEN, type ScopeRequirement } from '../../common/scopes.decorator.js';

const scope = z.string().regex(SCOPE_TOKEN, 'must be a scope (RFC 6749 section 3.3)');
const scopes = z.array(scope).max(32);
/** Members that say which scopes are needed: all of one list, and one of the other. */
export const neededScopes = { scopes: scopes.default([]), any_of: scopes.default([]) };

export interface NeededScopes {
  readonly scopes: readonly string[];
  readonly any_of: readonly string[];
}

/** MCP 2026-07-28, tools: letters, digits, `_`, `-`, `.`; and `*` for any of them. */
export const toolPattern = z
  .string()
  .regex(/^[A-Za-z0-9_.*-]{1,128}$/, 'must be the name of a tool, or a pattern with *');

export function namesScopes({ scopes: all, any_of: any }: NeededScopes): boolean {
  return all.length + any.length > 0;
}

export function toRequirement({ scopes: allOf, any_of: anyOf }: NeededScopes): ScopeRequirement {
  return { allOf, anyOf };
}
