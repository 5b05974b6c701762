import { Injectable } from '@nestjs/common';
import type { Client } from '../clients/client.js';
import { InvalidGrantError, InvalidScopeError, InvalidTargetError } from '../errors/oauth-errors.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import type { RefreshableFamily } from '../refresh-tokens/refresh-token.js';
import type { User } from '../users/user.js';
import { AudienceSelection } from './audience-selection.js';
import type { FormParameters } from './form-parameters.js';

export interface Selection {
  readonly scopes: readonly string[];
  readonly audience: readonly string[];
}

interface Refresh {
  readonly client: Client;
  readonly user: User;
  readonly family: RefreshableFamily;
  readonly parameters: FormParameters;
}

/** What a refreshed token is good for: no more than was consented to, nor than is still allowed. */
@Injectable()
export class RefreshSelection {
  constructor(
    private readonly authority: ScopeAuthority,
    private readonly audiences: AudienceSelection,
  ) {}

  /** @throws InvalidScopeError, InvalidTargetError, or InvalidGrantError when nothing is left to grant. */
  async select(refresh: Refresh): Promise<Selection> {
    await this.authority.current();
    return { scopes: this.scopesOf(refresh), audience: this.audienceOf(refresh) };
  }

  /** RFC 6749 §6: as consented to, or narrower when asked for. What was taken away since is left out. */
  private scopesOf({ client, user, family, parameters }: Refresh): readonly string[] {
    const requested = parameters.get('scope');
    const grantable = this.authority.grantableFor(client, user);
    const isAllowed = (scope: string) => grantable.has(scope);
    if (requested === undefined) return atLeastOne(family.scopes.filter(isAllowed));
    const scopes = [...new Set(requested.split(' '))].filter((scope) => scope !== '');
    const fits = scopes.every((scope) => isAllowed(scope) && this.isConsented(scope, family));
    if (scopes.length > 0 && fits) return scopes;
    throw new InvalidScopeError('A scope is unknown, or more than was granted.');
  }

  private isConsented(scope: string, { scopes }: RefreshableFamily): boolean {
    return scopes.includes(scope) || this.authority.satisfies(scopes, { allOf: [scope], anyOf: [] });
  }

  /** RFC 8707 §2.2: a subset of what was granted. */
  private audienceOf({ client, family, parameters }: Refresh): readonly string[] {
    const requested = parameters.getAll('resource');
    if (requested.length === 0) return atLeastOne(this.audiences.remaining(client, family.audience));
    const audience = this.audiences.select(client, requested);
    if (audience.every((resource) => family.audience.includes(resource))) return audience;
    throw new InvalidTargetError('A resource is not among those that were granted.');
  }
}

function atLeastOne(granted: readonly string[]): readonly string[] {
  if (granted.length > 0) return granted;
  throw new InvalidGrantError('Nothing that was granted is still allowed; authorize again.', {
    reason: 'nothing_left',
  });
}
