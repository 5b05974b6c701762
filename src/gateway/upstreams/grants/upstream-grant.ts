/** What a person allowed Gatehouse to do for them at one upstream. */
export interface UpstreamGrant {
  readonly upstream: string;
  readonly userId: string;
  /** RFC 8414 `issuer` of the server that gave it: its refresh token is for nobody else. */
  readonly issuer: string;
  readonly scope: string | undefined;
  readonly accessToken: string;
  /** Undefined when the server gave none: then the person is asked again. */
  readonly refreshToken: string | undefined;
  /** From then on the access token is renewed before it is used. */
  readonly usableUntil: Date;
  readonly version: number;
  readonly grantedAt: Date;
}

/** A grant as people and administrators see it. */
export interface GrantSummary {
  readonly upstream: string;
  readonly userId: string;
  readonly issuer: string;
  readonly scope: string | undefined;
  readonly grantedAt: Date;
  readonly renewedAt: Date | undefined;
}

/** Why a grant ended, for the record. */
export type GrantEnd =
  'revoked_by_user' | 'revoked_by_administrator' | 'refused_by_server' | 'issuer_changed';
