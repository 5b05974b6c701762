import type { ClientAuthenticationMethod } from './client-authentication-method.js';
import { clientSecretBasic } from './client-secret-basic.js';
import { clientSecretPost } from './client-secret-post.js';
import { none } from './none.js';
import { privateKeyJwt } from './private-key-jwt.js';

/** Every method the token endpoint understands; a new one is a file and a line here. */
export const clientAuthenticationMethods: readonly ClientAuthenticationMethod[] = [
  clientSecretBasic,
  clientSecretPost,
  privateKeyJwt,
  none,
];
