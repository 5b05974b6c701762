import { Injectable } from '@nestjs/common';
import type { Client } from '../clients/client.js';
import { InvalidScopeError } from '../errors/oauth-errors.js';
import { isIdentityScope } from '../scopes/identity-scopes.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';

/** Which scopes a token gets (RFC 6749 §3.3). */
@Injectable()
export class ScopeSelection {
  constructor(private readonly authority: ScopeAuthority) {}

  /**
   * The scopes asked for, or the client's default when none is. All or nothing: never silently fewer. Identity
   * scopes are for people only: among the default, which serves people too, they are left out.
   *
   * @throws InvalidScopeError when one is unknown or more than the client may have, or none is asked and there is no default.
   */
  async select(client: Client, requested: string | undefined): Promise<readonly string[]> {
    await this.authority.current();
    if (requested === undefined) return defaultOf(client);
    const scopes = [...new Set(requested.split(' '))].filter((scope) => scope !== '');
    if (scopes.length === 0)
      throw new InvalidScopeError('The scope is empty; leave the parameter out instead.');
    const grantable = this.authority.grantable(client);
    if (scopes.every((scope) => grantable.has(scope))) return scopes;
    throw new InvalidScopeError('A scope is unknown, or more than this client may have.');
  }
}

function defaultOf(client: Client): readonly string[] {
  const scopes = client.defaultScopes.filter((scope) => !isIdentityScope(scope));
  if (scopes.length > 0) return scopes;
  throw new InvalidScopeError('This client has no default scope; name the scopes you need.');
}
