import { InvalidRequestError } from '../../errors/oauth-errors.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';

const MAXIMUM_LENGTH = 512;
const VISIBLE = /^[\x20-\x7E]+$/;

/**
 * OpenID Connect Core 1.0 §3.1.2.1: goes into the ID token as it is.
 *
 * @throws InvalidRequestError when it is too long, or holds anything but visible ASCII.
 */
export function checkNonce(parameters: AuthorizationParameters): string | undefined {
  const nonce = parameters.get('nonce');
  if (nonce === undefined || (nonce.length <= MAXIMUM_LENGTH && VISIBLE.test(nonce))) return nonce;
  throw new InvalidRequestError(`The nonce must be up to ${MAXIMUM_LENGTH} visible ASCII characters.`);
}
