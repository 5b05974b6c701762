import { RequestNotSupportedError, RequestUriNotSupportedError } from '../../errors/authorization-errors.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';

/**
 * Requests in a JWT (RFC 9101) are not taken, by value or by reference: nothing that a request names is fetched.
 * A reference of our own (RFC 9126) has been replaced by what was pushed before this is asked.
 *
 * @throws RequestNotSupportedError or RequestUriNotSupportedError.
 */
export function checkRequestObject(parameters: AuthorizationParameters): void {
  if (parameters.get('request') !== undefined)
    throw new RequestNotSupportedError('Request objects are not taken; send the parameters themselves.');
  if (parameters.get('request_uri') === undefined) return;
  throw new RequestUriNotSupportedError('Only a request_uri of the pushed authorization endpoint is taken.');
}
