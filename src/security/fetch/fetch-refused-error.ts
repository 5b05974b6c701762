/** Why something was not fetched; the word for records and logs. */
export type FetchRefusal =
  | 'malformed_url'
  | 'not_https'
  | 'credentials_in_url'
  | 'port_not_allowed'
  | 'address_not_public'
  | 'unresolvable'
  | 'unreachable'
  | 'redirect'
  | 'encoded'
  | 'too_large'
  | 'too_slow'
  | 'cancelled';

/** A URL that is not fetched, or an answer that is not taken. Neither message nor cause are for a caller. */
export class FetchRefusedError extends Error {
  override readonly name = 'FetchRefusedError';

  constructor(
    readonly reason: FetchRefusal,
    options?: { cause?: unknown },
  ) {
    super(`not fetched: ${reason}`, options);
  }
}
