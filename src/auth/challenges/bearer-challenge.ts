/** What a challenge tells the caller. */
export interface BearerChallenge {
  /** RFC 9728 §5.1: where the resource says which authorization server to use. */
  readonly resourceMetadataUrl: string;
  /** RFC 6750 §3: every scope the operation needs, not the ones already granted. */
  readonly scopes?: readonly string[];
  /** RFC 6750 §3.1; absent when no token was sent. */
  readonly error?: 'invalid_request' | 'invalid_token' | 'insufficient_scope';
  readonly description?: string;
}

/** RFC 6750 §3: error_description is %x20-21 / %x23-5B / %x5D-7E, which also makes quoting unnecessary. */
const OUTSIDE_DESCRIPTION = /[^\x20-\x21\x23-\x5B\x5D-\x7E]/g;
/** RFC 6750 §3: scope is scope-tokens and single spaces; anything else would break out of the quotes. */
const OUTSIDE_SCOPE = /[^\x20-\x21\x23-\x5B\x5D-\x7E]/;

/** The value of `WWW-Authenticate` (RFC 6750 §3, RFC 9728 §5.1): error first, then what would do, then where to ask. */
export function bearerChallenge(challenge: BearerChallenge): string {
  const parameters: [string, string][] = [];
  if (challenge.error !== undefined) parameters.push(['error', challenge.error]);
  if (challenge.error !== undefined && challenge.description !== undefined) {
    parameters.push(['error_description', challenge.description.replace(OUTSIDE_DESCRIPTION, '?')]);
  }
  const scopes = (challenge.scopes ?? []).filter((scope) => !OUTSIDE_SCOPE.test(scope));
  if (scopes.length > 0) parameters.push(['scope', scopes.join(' ')]);
  parameters.push(['resource_metadata', new URL(challenge.resourceMetadataUrl).href]);
  return `Bearer ${parameters.map(([name, value]) => `${name}="${value}"`).join(', ')}`;
}
