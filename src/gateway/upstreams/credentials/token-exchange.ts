import type { Principal } from '../../../common/principal.js';
import type { AuthorizedIdentity } from '../../../config/index.js';
import type { IdentityAssertion } from '../../forward-auth/identity-assertion.js';
import { AuthorizationError } from '../oauth/authorization-error.js';
import type { IssuedToken } from '../oauth/issued-token.js';
import type { UpstreamAuthorizationClient } from '../oauth/upstream-authorization-client.js';

export type TokenExchangeIdentity = Extract<AuthorizedIdentity, { kind: 'token_exchange' }>;

const JWT = 'urn:ietf:params:oauth:token-type:jwt';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';

/**
 * A token about the caller (RFC 8693). What is exchanged is a word of ours about them, made for the authorization
 * server and good for a minute; the token they came with is not known here.
 *
 * @throws AuthorizationError
 */
export async function exchangeFor(
  caller: Principal,
  { audience, sendsActor }: TokenExchangeIdentity,
  authorization: UpstreamAuthorizationClient,
  assertion: IdentityAssertion,
): Promise<IssuedToken> {
  const client = await authorization.client();
  const { issuer } = client.server.metadata;
  const actor =
    sendsActor && caller.kind === 'user' ? await signed(clientOf(caller), issuer, assertion) : undefined;
  const subject = {
    subject_token: await signed(caller, issuer, assertion),
    subject_token_type: JWT,
    requested_token_type: ACCESS_TOKEN,
    ...(audience !== undefined && { audience }),
    ...(actor !== undefined && { actor_token: actor, actor_token_type: JWT }),
  };
  return client.exchange(subject, await authorization.scopes());
}

async function signed(principal: Principal, audience: string, assertion: IdentityAssertion): Promise<string> {
  const text = await assertion.sign(principal, audience);
  if (text === undefined) throw new AuthorizationError('no_assertion');
  return text;
}

/** The client that acts for the person, as itself. */
function clientOf(caller: Principal): Principal {
  return { ...caller, kind: 'client', subject: caller.clientId, scopes: [], roles: [] };
}
