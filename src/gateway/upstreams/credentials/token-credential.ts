import type { KeptToken } from '../oauth/kept-token.js';
import type { Challenge } from '../oauth/challenge.js';
import type { UpstreamAuthorizationClient } from '../oauth/upstream-authorization-client.js';
import type { WireCredential } from '../peer/wire-credential.js';
import type { Headers } from '../peer/wire.js';

const SCHEME = 'Bearer ';

/** The headers that carry a token (RFC 6750 §2.1). */
export function bearer(accessToken: string): Headers {
  return { Authorization: `${SCHEME}${accessToken}` };
}

/** The token that was sent with these headers. */
export function tokenIn({ Authorization: value }: Headers): string | undefined {
  return value?.slice(SCHEME.length);
}

/** A token that an authorization server gives to us, and gives again when it has ended or is refused. */
export class TokenCredential implements WireCredential {
  constructor(
    private readonly authorization: UpstreamAuthorizationClient,
    private readonly token: KeptToken,
  ) {}

  async headers(): Promise<Headers> {
    return this.authorization.isKnown ? bearer(await this.token.get()) : {};
  }

  async renew(sent: Headers, challenge: Challenge): Promise<boolean> {
    if (!(await this.authorization.learn(challenge))) return false;
    // Another one's refusal may have widened it meanwhile; what has all that is wanted will not do better.
    if (challenge.status === 403 && this.token.isNewest(tokenIn(sent))) return false;
    if (challenge.status === 401) this.token.drop(tokenIn(sent));
    await this.token.get();
    return true;
  }
}
