/** The official clients, by their major version. */
export const GENERATIONS = ['v2', 'v1'] as const;
export type Generation = (typeof GENERATIONS)[number];

/** What can be wrong. Machines go by these words, so they stay. */
export type FindingCode =
  | 'url_not_allowed'
  | 'unreachable'
  | 'answer_unreadable'
  | 'blocked_user_agent'
  | 'redirecting_post'
  | 'redirected_post'
  | 'refused_without_challenge'
  | 'challenge_missing'
  | 'endpoint_not_found'
  | 'server_error'
  | 'rate_limited'
  | 'not_mcp'
  | 'resource_metadata_missing'
  | 'resource_metadata_invalid'
  | 'slash_mismatch'
  | 'wrong_resource'
  | 'broader_resource'
  | 'no_authorization_server'
  | 'server_metadata_missing'
  | 'server_metadata_invalid'
  | 'wrong_issuer'
  | 'pkce_missing'
  | 'pkce_without_s256'
  | 'code_not_supported'
  | 'insecure_endpoint'
  | 'iss_not_announced'
  | 'iss_missing'
  | 'no_registration'
  | 'registration_unusable'
  | 'authorize_unusable'
  | 'token_unusable'
  | 'token_refused'
  | 'wrong_audience'
  | 'wrong_token_issuer'
  | 'expired_token'
  | 'expired_key'
  | 'private_key_published'
  | 'token_not_accepted'
  | 'insufficient_scope'
  | 'bad_cors'
  | 'cors_missing';

/** Something wrong, and what to do about it, in words for whoever runs the server. */
export interface Finding {
  readonly code: FindingCode;
  /** A warning leaves the verdict as it is. */
  readonly severity: 'error' | 'warning';
  readonly problem: string;
  readonly mend: string;
  /** The clients that get no further. Others may go on, and others' clients stop, where a standard is not kept. */
  readonly stops: readonly Generation[];
}

type Words = Readonly<Pick<Finding, 'problem' | 'mend'>>;

export function error(code: FindingCode, words: Words, stops: readonly Generation[] = GENERATIONS): Finding {
  return { code, severity: 'error', ...words, stops };
}

export function warning(code: FindingCode, words: Words): Finding {
  return { code, severity: 'warning', ...words, stops: [] };
}
