/** A person who can log in. The subject of their tokens is `id`, which tells nothing about them. */
export interface User {
  readonly id: string;
  /** What they log in with; compared without regard to case. */
  readonly username: string;
  readonly email: string | undefined;
  readonly emailVerified: boolean;
  readonly displayName: string | undefined;
  /** argon2id in PHC form; undefined for people who log in through an identity provider only. */
  readonly passwordDigest: string | undefined;
  readonly mustChangePassword: boolean;
  readonly roles: readonly string[];
  readonly status: UserStatus;
  readonly createdAt: Date;
  readonly lastLoginAt: Date | undefined;
}

export type UserStatus = 'active' | 'disabled';
