import type { Client } from '../../clients/client.js';
import { UnsupportedResponseTypeError } from '../../errors/authorization-errors.js';
import { InvalidRequestError, UnauthorizedClientError } from '../../errors/oauth-errors.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';

export const RESPONSE_TYPES = ['code'] as const;

/**
 * RFC 9700 §2.1.2: codes only; nothing that puts a token into a URL.
 *
 * @throws InvalidRequestError, UnsupportedResponseTypeError, or UnauthorizedClientError when the client has not
 * registered for codes.
 */
export function checkResponseType(parameters: AuthorizationParameters, client: Client): void {
  const responseType = parameters.get('response_type');
  if (responseType === undefined) throw new InvalidRequestError('The parameter response_type is missing.');
  if (responseType !== 'code')
    throw new UnsupportedResponseTypeError('This server offers the response type code.');
  if (client.grantTypes.includes('authorization_code')) return;
  throw new UnauthorizedClientError('The client is not registered for authorization codes.');
}
