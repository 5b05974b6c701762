/** Rows of a table that nobody can ask for any more. */
export interface ExpiredRows {
  readonly table: string;
  /** SQL; `$2` is the life of an access token in seconds. */
  readonly condition: string;
}

/** Clocks of replicas may be behind the database's by this much. */
export const MARGIN = `interval '5 minutes'`;

/**
 * What expires, in the order in which it goes. A used code or token stays as long as showing it again has to be
 * noticed; a family until the last access token that names it is dead, or a revoked one would live again.
 */
export const EXPIRED_ROWS: readonly ExpiredRows[] = [
  { table: 'pending_authorizations', condition: `expires_at < now() - ${MARGIN}` },
  { table: 'pushed_authorization_requests', condition: `expires_at < now() - ${MARGIN}` },
  { table: 'client_assertion_ids', condition: `expires_at < now() - ${MARGIN}` },
  // Of a code that nobody redeemed in time nothing came, and nothing ever will.
  {
    table: 'token_families',
    condition: `id IN (SELECT family_id FROM authorization_codes
      WHERE used_at IS NULL AND expires_at < now() - ${MARGIN})`,
  },
  { table: 'authorization_codes', condition: `expires_at < now() - interval '1 day'` },
  { table: 'refresh_tokens', condition: `expires_at < now() - ${MARGIN}` },
  {
    table: 'token_families',
    condition: `expires_at < now() - ${MARGIN} - make_interval(secs => $2)`,
  },
  { table: 'revoked_access_tokens', condition: `expires_at < now() - ${MARGIN}` },
  { table: 'login_sessions', condition: `expires_at < now() - ${MARGIN}` },
  { table: 'secret_failures', condition: `expires_at < now() - ${MARGIN}` },
  { table: 'login_failures', condition: `expires_at < now() - ${MARGIN}` },
];
