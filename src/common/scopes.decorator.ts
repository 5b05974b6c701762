import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const SCOPES_METADATA = 'gatehouse:scopes';

/** What a handler asks of a token: every scope in `allOf` and, if given, at least one in `anyOf`. */
export interface ScopeRequirement {
  readonly allOf: readonly string[];
  readonly anyOf: readonly string[];
}

/** RFC 6749 §3.3: scope-token = 1*( %x21 / %x23-5B / %x5D-7E ). */
export const SCOPE_TOKEN = /^[\x21\x23-\x5B\x5D-\x7E]{1,128}$/;

/**
 * Declares the scopes a controller route, tool, resource or prompt needs.
 * `@Scopes('read', 'write')` asks for all of them, `@Scopes({ anyOf: ['User.Write', 'Admin.Write'] })` for one.
 *
 * @throws TypeError when no scope is named or one is not a scope-token (RFC 6749 §3.3).
 */
export function Scopes(...scopes: string[] | [{ anyOf: string[] }]): CustomDecorator {
  const requirement = toRequirement(scopes);
  const named = [...requirement.allOf, ...requirement.anyOf];
  if (named.length === 0) {
    throw new TypeError('@Scopes() needs at least one scope; use @Public() for what anybody may call');
  }
  const malformed = named.find((scope) => !SCOPE_TOKEN.test(scope));
  if (malformed !== undefined) {
    throw new TypeError(`@Scopes(): ${JSON.stringify(malformed)} is not a scope-token (RFC 6749 §3.3)`);
  }
  return SetMetadata(SCOPES_METADATA, requirement);
}

function toRequirement(scopes: string[] | [{ anyOf: string[] }]): ScopeRequirement {
  const [first] = scopes;
  if (typeof first === 'object') return { allOf: [], anyOf: [...first.anyOf] };
  return { allOf: scopes as string[], anyOf: [] };
}
