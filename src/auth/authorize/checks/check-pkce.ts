import { InvalidRequestError } from '../../errors/oauth-errors.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';

export const CODE_CHALLENGE_METHODS = ['S256'] as const;

/** RFC 7636 §4.2: a SHA-256 digest in base64url. */
const S256_CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

/**
 * RFC 9700 §2.1.1: PKCE for every client. `plain`, and a method left out, which means plain, protect from nobody
 * who can read the request.
 *
 * @throws InvalidRequestError
 */
export function checkPkce(parameters: AuthorizationParameters): string {
  const challenge = parameters.get('code_challenge');
  const method = parameters.get('code_challenge_method');
  if (challenge === undefined)
    throw new InvalidRequestError('The parameter code_challenge is missing: PKCE is required.');
  if (method !== 'S256') throw new InvalidRequestError('The code_challenge_method must be S256.');
  if (S256_CHALLENGE.test(challenge)) return challenge;
  throw new InvalidRequestError('The code_challenge is no SHA-256 digest in base64url.');
}
