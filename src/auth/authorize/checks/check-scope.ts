import type { Client } from '../../clients/client.js';
import { InvalidScopeError } from '../../errors/oauth-errors.js';
import type { ScopeAuthority } from '../../scopes/scope-authority.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';

/** Lets a client find out at the MCP server what else it needs. */
const BASELINE_SCOPES = ['mcp.access'];

/**
 * The scopes asked for, or the client's default (RFC 6749 §3.3). What the person can give is another question,
 * asked when they are known.
 *
 * @throws InvalidScopeError when one is unknown, or not one the client is registered for.
 */
export async function checkScope(
  parameters: AuthorizationParameters,
  client: Client,
  authority: ScopeAuthority,
): Promise<readonly string[]> {
  await authority.current();
  const requestable = authority.requestable(client);
  const scopes = requestedOf(parameters, client);
  if (scopes.length === 0 || !scopes.every((scope) => requestable.has(scope) || isIgnored(scope, client)))
    throw new InvalidScopeError('A scope is unknown, or more than this client may have.');
  return scopes.filter((scope) => !isIgnored(scope, client));
}

function requestedOf(parameters: AuthorizationParameters, client: Client): readonly string[] {
  const requested = parameters.get('scope');
  if (requested === undefined)
    return client.defaultScopes.length > 0 ? client.defaultScopes : BASELINE_SCOPES;
  return [...new Set(requested.split(' '))].filter((scope) => scope !== '');
}

/** OpenID Connect Core 1.0 §11: ignored where it could mean nothing. */
function isIgnored(scope: string, client: Client): boolean {
  return scope === 'offline_access' && !client.grantTypes.includes('refresh_token');
}
