/** Why there is no token for an upstream; the word for records and logs. */
export type AuthorizationFailure =
  | 'metadata_missing'
  | 'metadata_invalid'
  | 'issuer_mismatch'
  | 'resource_mismatch'
  | 'pkce_missing'
  | 'authorization_server_changed'
  | 'registration_missing'
  | 'unreachable'
  | 'answer_invalid'
  | 'refused'
  | 'no_assertion';

/**
 * There is no token for an upstream. Neither the answer of the authorization server nor what was sent is kept with it:
 * both can hold secrets.
 */
export class AuthorizationError extends Error {
  override readonly name = 'AuthorizationError';

  constructor(
    readonly failure: AuthorizationFailure,
    /** RFC 6749 §5.2 error code, where the server answered with one. */
    readonly code?: string,
  ) {
    super(code === undefined ? failure : `${failure}: ${code}`);
  }

  /** What records say. */
  get reason(): string {
    return this.code ?? this.failure;
  }
}
