import { InvalidRequestError } from '../../errors/oauth-errors.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';

const SECONDS = /^\d{1,9}$/;

/** @throws InvalidRequestError when it is no number of seconds (OpenID Connect Core 1.0 §3.1.2.1). */
export function checkMaxAge(parameters: AuthorizationParameters): number | undefined {
  const maxAge = parameters.get('max_age');
  if (maxAge === undefined) return undefined;
  if (SECONDS.test(maxAge)) return Number(maxAge);
  throw new InvalidRequestError('The max_age is no number of seconds.');
}
