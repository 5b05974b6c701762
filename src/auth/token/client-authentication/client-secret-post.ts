import { InvalidClientError } from '../../errors/oauth-errors.js';
import type { ClientAuthenticationMethod } from './client-authentication-method.js';

/** RFC 6749 §2.3.1: id and secret as parameters of the form. */
export const clientSecretPost: ClientAuthenticationMethod = {
  read({ parameters }) {
    const clientSecret = parameters.get('client_secret');
    if (clientSecret === undefined) return undefined;
    const clientId = parameters.get('client_id');
    if (clientId === undefined) throw new InvalidClientError('missing_client_id');
    return { method: 'client_secret_post', clientId, clientSecret };
  },
};
