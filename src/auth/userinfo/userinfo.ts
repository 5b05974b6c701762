import { Injectable, NotFoundException } from '@nestjs/common';
import type { Principal } from '../../common/principal.js';
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
  constructor(private readonly users: Users) {}

  /** @throws NotFoundException for a token that no person stands behind; none such has the scope `openid`. */
  async of({ subject, scopes }: Principal): Promise<UserInfoClaims> {
    const user = await this.users.find(subject);
    if (user === undefined) throw new NotFoundException();
    const claims = scopes.flatMap((scope) => Object.entries(CLAIMS_OF[scope]?.(user) ?? {}));
    const known = claims.filter((claim): claim is [string, string | boolean] => claim[1] !== undefined);
    return { sub: user.id, ...Object.fromEntries(known) };
  }
}
