import { Injectable } from '@nestjs/common';
import type { Principal } from '../../common/principal.js';
import { Configuration } from '../../config/index.js';
import { InvalidTokenError } from '../challenges/bearer-errors.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import type { User } from '../users/user.js';
import { Users } from '../users/users.js';

/** OpenID Connect Core 1.0 §5.1, names as registered. */
export type UserInfoClaims = { readonly sub: string } & Readonly<Record<string, string | boolean>>;

/** Claims by the scope that gives them (OpenID Connect Core 1.0 §5.4); one that is not known is left out. */
const CLAIMS_OF: Readonly<Record<string, (user: User) => Record<string, string | boolean | undefined>>> = {
  profile: ({ displayName, username }) => ({ name: displayName, preferred_username: username }),
  email: ({ email, emailVerified }) => (email === undefined ? {} : { email, email_verified: emailVerified }),
};

export const CLAIMS_SUPPORTED = [
  'sub',
  'iss',
  'aud',
  'exp',
  'iat',
  'auth_time',
  'nonce',
  'amr',
  'sid',
  'at_hash',
  'name',
  'preferred_username',
  'email',
  'email_verified',
] as const;

/** What a client may know of the person it acts for. */
@Injectable()
export class UserInfo {
  constructor(
    private readonly users: Users,
    private readonly resources: ProtectedResources,
    private readonly configuration: Configuration,
  ) {}

  /**
   * The claims that the token's scopes give.
   *
   * @throws InvalidTokenError for a credential that none of our people stands behind (OpenID Connect Core 1.0 §5.3.3,
   *   RFC 6750 §3.1): a client's, an API key, a token of an external issuer, or of somebody who was just deleted.
   */
  async of(principal: Principal): Promise<UserInfoClaims> {
    const user = await this.personOf(principal);
    if (user === undefined) throw this.standsForNobody();
    const { scopes } = principal;
    const claims = scopes.flatMap((scope) => Object.entries(CLAIMS_OF[scope]?.(user) ?? {}));
    const known = claims.filter((claim): claim is [string, string | boolean] => claim[1] !== undefined);
    return { sub: user.id, ...Object.fromEntries(known) };
  }

  /** Asked of the issuer as well: whom another issuer calls its user is not one of ours, whatever the subject. */
  private async personOf({ kind, issuer, subject }: Principal): Promise<User | undefined> {
    if (kind !== 'user' || issuer !== this.configuration.server.issuer) return undefined;
    return this.users.find(subject);
  }

  private standsForNobody(): InvalidTokenError {
    const { metadataUrl } = this.resources.resourceOf('/');
    const challenge = { resourceMetadataUrl: metadataUrl, scopes: ['openid'] };
    return new InvalidTokenError(challenge, 'The token stands for no person of this server.', {
      reason: 'no_person',
    });
  }
}
