import type { Principal } from '../../../common/principal.js';
import { ConnectLinks } from '../grants/connect-links.js';
import { GrantRequiredError } from '../grants/grant-required.error.js';
import type { UpstreamGrant } from '../grants/upstream-grant.js';
import { UpstreamGrants } from '../grants/upstream-grants.js';
import { AuthorizationError } from '../oauth/authorization-error.js';
import type { Challenge } from '../oauth/challenge.js';
import type { UpstreamAuthorizationClient } from '../oauth/upstream-authorization-client.js';
import type { WireCredential } from '../peer/wire-credential.js';
import type { Headers } from '../peer/wire.js';
import { bearer, tokenIn } from './token-credential.js';
import { UpstreamTokenRecords } from './upstream-token-records.js';

/** Ids of people of ours; subjects of other issuers' tokens look otherwise. */
const PERSON = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export interface GrantSurroundings {
  readonly grants: UpstreamGrants;
  readonly links: ConnectLinks;
  readonly records: UpstreamTokenRecords;
}

/** What one person granted at one upstream. */
export class PersonCredential implements WireCredential {
  private readonly userId: string | undefined;

  constructor(
    private readonly upstream: string,
    private readonly authorization: UpstreamAuthorizationClient,
    private readonly surroundings: GrantSurroundings,
    caller: Principal | undefined,
  ) {
    const isPerson = caller?.kind === 'user' && PERSON.test(caller.subject);
    this.userId = isPerson ? caller.subject : undefined;
  }

  /** @throws GrantRequiredError, AuthorizationError */
  async headers(): Promise<Headers> {
    const grant = await this.usableGrant();
    if (grant !== undefined) return bearer(grant.accessToken);
    // Refused without a token, the upstream says which server and which scopes it wants.
    if (this.userId !== undefined && !this.authorization.isKnown) return {};
    throw this.required(undefined, undefined);
  }

  /** @throws GrantRequiredError when the person has to be asked (again), AuthorizationError */
  async renew(sent: Headers, challenge: Challenge): Promise<boolean> {
    const grant = await this.grant();
    const used = tokenIn(sent);
    if (challenge.status === 401 && grant !== undefined && grant.accessToken !== used) return true;
    const mayHelp = await this.authorization.learn(challenge);
    if (challenge.status === 403 && !(mayHelp && lacks(grant, challenge))) return false;
    if (challenge.status === 403) throw this.required(grant, await this.authorization.scopes());
    if (grant === undefined || (await this.renewed(grant)) === undefined)
      throw this.required(undefined, undefined);
    return true;
  }

  /** Whether the person has granted anything that has not ended. */
  async isGranted(): Promise<boolean> {
    return (await this.grant()) !== undefined;
  }

  private async usableGrant(): Promise<UpstreamGrant | undefined> {
    const grant = await this.grant();
    if (grant === undefined || this.surroundings.grants.isUsable(grant)) return grant;
    return this.renewed(grant);
  }

  private async grant(): Promise<UpstreamGrant | undefined> {
    return this.userId === undefined ? undefined : this.surroundings.grants.find(this.upstream, this.userId);
  }

  private renewed(grant: UpstreamGrant): Promise<UpstreamGrant | undefined> {
    const { grants, records } = this.surroundings;
    return grants.renew(grant, (refreshToken) =>
      records.recorded(this.upstream, 'refresh_token', false, async () => {
        const client = await this.authorization.client();
        if (client.server.metadata.issuer !== grant.issuer) throw new AuthorizationError('issuer_mismatch');
        return client.refresh(refreshToken);
      }),
    );
  }

  private required(
    grant: UpstreamGrant | undefined,
    scopes: readonly string[] | undefined,
  ): GrantRequiredError {
    const { upstream, userId } = this;
    const link = userId === undefined ? undefined : this.surroundings.links.make(upstream, userId, scopes);
    return new GrantRequiredError(upstream, link, grant?.grantedAt);
  }
}

/** Whatever was asked of others: what this person granted decides whether they are asked for more. */
function lacks(grant: UpstreamGrant | undefined, { scopes = [] }: Challenge): boolean {
  const granted = grant?.scope?.split(' ') ?? [];
  return scopes.some((scope) => !granted.includes(scope));
}
