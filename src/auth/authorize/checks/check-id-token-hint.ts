import { InvalidRequestError } from '../../errors/oauth-errors.js';
import type { IdTokenHints } from '../../id-tokens/id-token-hints.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';

/**
 * OpenID Connect Core 1.0 §3.1.2.1: the person the client expects; nobody else gets through.
 *
 * @throws InvalidRequestError when it is no ID token of this server.
 */
export async function checkIdTokenHint(
  parameters: AuthorizationParameters,
  hints: IdTokenHints,
): Promise<string | undefined> {
  const token = parameters.get('id_token_hint');
  if (token === undefined) return undefined;
  const hint = await hints.read(token);
  if (hint !== undefined) return hint.userId;
  throw new InvalidRequestError('The id_token_hint is no ID token of this server.');
}
