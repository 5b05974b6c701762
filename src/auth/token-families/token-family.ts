/**
 * Everything that one authorization by a person led to: its code, its refresh tokens, its access tokens
 * (claim `fid`). A replay or a revocation ends the family as a whole (RFC 9700 §4.14.2).
 */
export interface TokenFamily {
  readonly id: string;
  readonly userId: string;
  readonly clientId: string;
  /** The login session it came from; undefined when that is not known any more. */
  readonly sessionId: string | undefined;
  /** As consented to; a refresh may narrow them, never widen. */
  readonly scopes: readonly string[];
  /** Resources as consented to (RFC 8707). */
  readonly audience: readonly string[];
  /** OpenID Connect Core 1.0 §2 `auth_time`; undefined when it is not known. */
  readonly authenticatedAt: Date | undefined;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  /** Absolute end, whatever is refreshed. */
  readonly expiresAt: Date;
  readonly revokedAt: Date | undefined;
  readonly revocationReason: RevocationReason | undefined;
}

export type RevocationReason =
  | 'code_replayed'
  | 'refresh_token_replayed'
  | 'revoked_by_client'
  | 'revoked_by_user'
  | 'revoked_by_administrator'
  | 'logged_out';
