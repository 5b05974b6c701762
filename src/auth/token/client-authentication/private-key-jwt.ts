import { JwtRefusedError, parseJwt } from '../../../security/crypto/index.js';
import { InvalidClientError, InvalidRequestError } from '../../errors/oauth-errors.js';
import type { ClientAuthenticationMethod } from './client-authentication-method.js';

/** RFC 7523 §2.2. */
export const JWT_BEARER_ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** RFC 7523 §2.2: a JWT that the client signed with its own key. */
export const privateKeyJwt: ClientAuthenticationMethod = {
  read({ parameters }) {
    const assertion = parameters.get('client_assertion');
    const type = parameters.get('client_assertion_type');
    if (assertion === undefined && type === undefined) return undefined;
    if (assertion === undefined || type === undefined) {
      throw new InvalidRequestError('Send client_assertion together with client_assertion_type.');
    }
    if (type !== JWT_BEARER_ASSERTION) throw new InvalidClientError('assertion_type_unknown');
    const clientId = subjectOf(assertion);
    const claimed = parameters.get('client_id');
    if (claimed !== undefined && claimed !== clientId) {
      // RFC 7521 §4.2.
      throw new InvalidRequestError('client_id differs from the client of the assertion.');
    }
    return { method: 'private_key_jwt', clientId, assertion };
  },
};

function subjectOf(assertion: string): string {
  try {
    const { sub } = parseJwt(assertion).claims;
    if (typeof sub === 'string') return sub;
  } catch (error) {
    if (error instanceof JwtRefusedError)
      throw new InvalidClientError('assertion_malformed', { cause: error });
    throw error;
  }
  throw new InvalidClientError('assertion_malformed');
}
