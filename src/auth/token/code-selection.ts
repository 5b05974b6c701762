import { Injectable } from '@nestjs/common';
import { matchesDigest } from '../../security/crypto/index.js';
import type { AuthorizationCode } from '../authorize/authorization-codes.repository.js';
import type { Client } from '../clients/client.js';
import { InvalidGrantError, InvalidTargetError } from '../errors/oauth-errors.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { AudienceSelection } from './audience-selection.js';
import type { FormParameters } from './form-parameters.js';
import type { Selection } from './refresh-selection.js';

interface Redemption {
  readonly client: Client;
  readonly code: AuthorizationCode;
  readonly parameters: FormParameters;
}

/** RFC 7636 §4.1. */
const VERIFIER = /^[A-Za-z0-9._~-]{43,128}$/;

/** What a code is good for in the hands of who shows it: no more than was consented to, nor than is still allowed. */
@Injectable()
export class CodeSelection {
  constructor(
    private readonly authority: ScopeAuthority,
    private readonly audiences: AudienceSelection,
  ) {}

  /** @throws InvalidGrantError when the code is for another request, or nothing is left of it; InvalidTargetError. */
  async select(redemption: Redemption): Promise<Selection> {
    await this.authority.current();
    checkCode(redemption);
    return { scopes: this.scopesOf(redemption), audience: this.audienceOf(redemption) };
  }

  /** What was taken from the client or the person within the last minute is left out. */
  private scopesOf({ client, code }: Redemption): readonly string[] {
    const grantable = this.authority.grantableFor(client, { roles: code.userRoles });
    const remaining = code.scopes.filter((scope) => grantable.has(scope));
    if (remaining.length > 0) return remaining;
    throw refusedCode('nothing_left');
  }

  /** RFC 8707 §2.2: what was consented to, or fewer. */
  private audienceOf({ client, code, parameters }: Redemption): readonly string[] {
    const requested = parameters.getAll('resource');
    if (requested.length === 0) return code.audience;
    const audience = this.audiences.select(client, requested);
    if (audience.every((resource) => code.audience.includes(resource))) return audience;
    throw new InvalidTargetError('A resource is not among those that were authorized.');
  }
}

/** @throws InvalidGrantError when the code was issued for another request than the one this client made. */
function checkCode({ code, parameters }: Redemption): void {
  if (code.isRevoked) throw refusedCode('family_revoked');
  if (code.userStatus !== 'active') throw refusedCode('user_inactive');
  const redirectUri = parameters.get('redirect_uri');
  const isSameRedirect = redirectUri === undefined ? !code.redirectUriSent : redirectUri === code.redirectUri;
  if (!isSameRedirect) throw refusedCode('redirect_uri_mismatch');
  // RFC 7636 §4.6: S256 is how digests are made here.
  const verifier = parameters.get('code_verifier');
  const isProved = verifier !== undefined && VERIFIER.test(verifier);
  if (!isProved || !matchesDigest(verifier, code.codeChallenge)) throw refusedCode('wrong_code_verifier');
}

/** One answer for all: it must not tell whoever found a code what is wrong with it. */
export function refusedCode(reason: string): InvalidGrantError {
  return new InvalidGrantError('The code is not valid for this request; authorize again.', { reason });
}
