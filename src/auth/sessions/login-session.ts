/** Clocks of replicas, and of identity providers, may differ by this much where logins are dated. */
export const LOGIN_SKEW_MS = 60_000;

/** A browser in which a person has logged in; its cookie is known by digest only. */
export interface LoginSession {
  readonly id: string;
  readonly userId: string;
  /** OpenID Connect Core 1.0 §2 `auth_time`; undefined when an identity provider did not say. */
  readonly authenticatedAt: Date | undefined;
  /** How they proved who they are: RFC 8176 `amr` values. */
  readonly methods: readonly string[];
  /** Id of the provider they logged in through; undefined for a password of ours. */
  readonly identityProvider: string | undefined;
  readonly createdAt: Date;
  /** To the minute. */
  readonly lastSeenAt: Date;
  /** Absolute end, however much it is used. */
  readonly expiresAt: Date;
  readonly userAgent: string;
  readonly address: string;
}

/** Why a session ended, for the audit record. */
export type SessionEnd =
  | 'logged_out'
  | 'ended_by_user'
  | 'ended_by_administrator'
  | 'replaced_by_login'
  | 'password_changed'
  | 'user_disabled';
