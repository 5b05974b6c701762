import { InvalidClientError, InvalidRequestError } from '../../errors/oauth-errors.js';
import type { ClientAuthenticationMethod, ClientCredentials } from './client-authentication-method.js';

/** RFC 7235 §2.1: the scheme is case-insensitive; RFC 7617 §2: then one token68. */
const BASIC = /^basic +([A-Za-z0-9+/]+={0,2}) *$/i;

/** RFC 6749 §2.3.1: HTTP Basic, where id and secret are form-encoded before they are joined. */
export const clientSecretBasic: ClientAuthenticationMethod = {
  read({ authorization, parameters }) {
    const [header, another] = authorization;
    if (header === undefined) return undefined;
    if (another !== undefined) throw new InvalidRequestError('Send one Authorization header.');
    const credentials = parse(header);
    const claimed = parameters.get('client_id');
    if (claimed !== undefined && claimed !== credentials.clientId) {
      throw new InvalidRequestError('client_id differs from the client of the Authorization header.');
    }
    return credentials;
  },
};

function parse(header: string): ClientCredentials {
  const encoded = BASIC.exec(header)?.[1];
  if (encoded === undefined) throw new InvalidClientError('malformed_credentials');
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon < 0) throw new InvalidClientError('malformed_credentials');
  return {
    method: 'client_secret_basic',
    clientId: formDecode(pair.slice(0, colon)),
    clientSecret: formDecode(pair.slice(colon + 1)),
  };
}

/** Appendix B of RFC 6749: `+` is a space, `%xx` a byte of UTF-8. */
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (error) {
    throw new InvalidClientError('malformed_credentials', { cause: error });
  }
}
