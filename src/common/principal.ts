/** Who is calling, as proved by the credential of this request. Never built from anything the caller merely says. */
export interface Principal {
  /** RFC 9068 §2.2 `sub`: the person, or the client itself for client_credentials and API keys. */
  readonly subject: string;
  /** RFC 9068 §2.2 `client_id`. */
  readonly clientId: string;
  /** `operator`: a person at the command line of the machine itself, who needs no token. */
  readonly kind: 'client' | 'user' | 'api-key' | 'operator';
  /** Scopes as granted; ask the scope authority, which knows the hierarchy, rather than this list. */
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly issuer: string;
  readonly audience: readonly string[];
  /** `jti` of the token, or the id of the API key. */
  readonly tokenId: string;
  /** The family of a person's token, which is revoked as a whole. */
  readonly familyId?: string;
  /** Which registration of the client id the token names. */
  readonly registration?: string;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}
