import { ClientSecretPost, None, PrivateKeyJwt, type ClientAuth } from 'openid-client';
import type { UpstreamClientAuthentication } from '../../config/index.js';
import { importPrivateKey } from '../keys/import-private-key.js';

/** How Gatehouse proves itself at somebody else's token endpoint, for openid-client. @throws Error for a key of another kind. */
export async function clientAuthentication(
  authentication: UpstreamClientAuthentication,
): Promise<ClientAuth> {
  if (authentication.method === 'none') return None();
  if (authentication.method === 'private_key_jwt') {
    const { privateKey, algorithm, keyId } = authentication;
    const key = await importPrivateKey(privateKey, algorithm);
    return PrivateKeyJwt(keyId === undefined ? key : { key, kid: keyId });
  }
  const { method, secret } = authentication;
  return method === 'client_secret_basic' ? basicAuthentication(secret) : ClientSecretPost(secret);
}

/**
 * RFC 6749 §2.3.1: each part is a form value first. As URLs have it, which leaves letters, digits and `*-._` alone: the library
 * escapes hyphens, too, and servers that do not decode, of which there are many, would know no such client.
 */
function basicAuthentication(secret: string): ClientAuth {
  return (_server, { client_id: clientId }, _body, headers) => {
    const credentials = `${formValue(clientId)}:${formValue(secret)}`;
    headers.set('authorization', `Basic ${Buffer.from(credentials).toString('base64')}`);
  };
}

function formValue(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
