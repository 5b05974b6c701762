import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/clock.js';
import type { Principal } from '../../../common/principal.js';
import type { AuthorizedIdentity, HttpTransport } from '../../../config/index.js';
import { IdentityAssertion } from '../../forward-auth/identity-assertion.js';
import { identityHeaders } from '../../forward-auth/identity-headers.js';
import { ConnectLinks } from '../grants/connect-links.js';
import { UpstreamGrants } from '../grants/upstream-grants.js';
import { KeptToken } from '../oauth/kept-token.js';
import type { WireCredential } from '../peer/wire-credential.js';
import { callerKey } from './caller-key.js';
import { PersonCredential } from './person-credential.js';
import { TokenCredential } from './token-credential.js';
import { exchangeFor, type TokenExchangeIdentity } from './token-exchange.js';
import type { UpstreamAuthorizationClient } from '../oauth/upstream-authorization-client.js';
import { UpstreamAuthorizations } from './upstream-authorizations.js';
import { UpstreamTokenRecords } from './upstream-token-records.js';

/** Callers whose tokens are kept for one upstream; whoever came first is forgotten first, and asked for again. */
const MOST_CALLERS = 10_000;
/** Of a connection that is nobody's, by which lists are read before anybody called: the server learns of no caller. */
const NOTHING: WireCredential = { headers: () => ({}) };

/** What proves to upstreams who asks, by what the file says of each. Knows principals, and never a caller's token. */
@Injectable()
export class UpstreamCredentials {
  private readonly tokens = new Map<string, Map<string, KeptToken>>();

  constructor(
    private readonly assertion: IdentityAssertion,
    private readonly authorizations: UpstreamAuthorizations,
    private readonly clock: Clock,
    private readonly records: UpstreamTokenRecords,
    private readonly grants: UpstreamGrants,
    private readonly links: ConnectLinks,
  ) {}

  /** @param caller whose connection it is for; undefined for a shared one. */
  of(upstream: string, transport: HttpTransport, caller: Principal | undefined): WireCredential {
    const { identity, url } = transport;
    switch (identity.kind) {
      case 'none':
        return NOTHING;
      case 'static':
        return { headers: () => ({ [identity.header]: identity.value }) };
      case 'signed':
        return caller === undefined ? NOTHING : this.signed(caller, url);
      case 'client_credentials':
        return this.clientCredentials(upstream, transport, identity);
      case 'token_exchange':
        return caller === undefined ? NOTHING : this.exchanged(upstream, transport, identity, caller);
      case 'per_person':
        return this.ofPerson(upstream, transport, identity, caller);
    }
  }

  private signed(caller: Principal, url: string): WireCredential {
    return { headers: async () => identityHeaders(caller, await this.assertion.sign(caller, url)) };
  }

  private clientCredentials(
    upstream: string,
    transport: HttpTransport,
    identity: AuthorizedIdentity,
  ): WireCredential {
    const authorization = this.authorizations.of(upstream, transport, identity);
    const fetch = async () => {
      const client = await authorization.client();
      return client.clientCredentials(await authorization.scopes());
    };
    const token = this.tokenOf(upstream, '', authorization, () =>
      this.records.recorded(upstream, 'client_credentials', true, fetch),
    );
    return new TokenCredential(authorization, token);
  }

  private exchanged(
    upstream: string,
    transport: HttpTransport,
    identity: TokenExchangeIdentity,
    caller: Principal,
  ): WireCredential {
    const authorization = this.authorizations.of(upstream, transport, identity);
    const fetch = () => exchangeFor(caller, identity, authorization, this.assertion);
    const token = this.tokenOf(upstream, callerKey(caller), authorization, () =>
      this.records.recorded(upstream, 'token_exchange', false, fetch),
    );
    return new TokenCredential(authorization, token);
  }

  private ofPerson(
    upstream: string,
    transport: HttpTransport,
    identity: AuthorizedIdentity,
    caller: Principal | undefined,
  ): PersonCredential {
    const { grants, links, records } = this;
    const authorization = this.authorizations.of(upstream, transport, identity);
    return new PersonCredential(upstream, authorization, { grants, links, records }, caller);
  }

  private tokenOf(
    upstream: string,
    key: string,
    authorization: UpstreamAuthorizationClient,
    fetch: ConstructorParameters<typeof KeptToken>[0],
  ): KeptToken {
    const ofUpstream = this.tokens.get(upstream) ?? new Map<string, KeptToken>();
    this.tokens.set(upstream, ofUpstream);
    const known = ofUpstream.get(key);
    if (known !== undefined) return known;
    const [oldest] = ofUpstream.keys();
    if (ofUpstream.size >= MOST_CALLERS && oldest !== undefined) ofUpstream.delete(oldest);
    const token = new KeptToken(fetch, this.clock, () => authorization.breadth);
    ofUpstream.set(key, token);
    return token;
  }
}
