import type { ClientAuthenticationMethod } from './client-authentication-method.js';

/** Parameters of the other methods: with one of them, `client_id` is not all that is sent. */
const PROOFS = ['client_secret', 'client_assertion', 'client_assertion_type'] as const;

/** RFC 7591 §2 `none`: a public client names itself by `client_id`, and proves itself by PKCE or its refresh token. */
export const none: ClientAuthenticationMethod = {
  read({ authorization, parameters }) {
    if (authorization.length > 0 || PROOFS.some((name) => parameters.get(name) !== undefined))
      return undefined;
    const clientId = parameters.get('client_id');
    return clientId === undefined ? undefined : { method: 'none', clientId };
  },
};
