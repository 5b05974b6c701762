import type { UpstreamAuthorization } from '../../../config/index.js';
import type { GuardedFetcher } from '../../../security/fetch/index.js';
import { AuthorizationError } from './authorization-error.js';
import { AuthorizationServerDiscovery, type DiscoveryTarget } from './authorization-server-discovery.js';
import type { AuthorizationServer } from './authorization-server.js';
import type { Challenge } from './challenge.js';
import { OAuthClient, type ClientIdentity } from './oauth-client.js';

/** Who we are at the server; registers us there where the file names no client. */
export type IdentifyClient = (server: AuthorizationServer) => Promise<ClientIdentity>;

/** The client that the file names. @throws AuthorizationError when it names none. */
export function declaredClient({ clientId, authentication }: UpstreamAuthorization): IdentifyClient {
  return () =>
    clientId === undefined
      ? Promise.reject(new AuthorizationError('registration_missing'))
      : Promise.resolve({ clientId, authentication });
}

/**
 * What is known of the authorization of one upstream: whose tokens it takes, who we are there, and which scopes it
 * wants. What the file says stands; the rest is what the upstream says when it refuses a request.
 */
export class UpstreamAuthorizationClient {
  private readonly discovery: AuthorizationServerDiscovery;
  private found: Promise<OAuthClient> | undefined;
  private issuer: string | undefined;
  private wanted: readonly string[] | undefined;
  private widenings = 0;
  private resourceMetadata: string | undefined;

  constructor(
    private readonly target: DiscoveryTarget,
    private readonly fetcher: GuardedFetcher,
    private readonly identify: IdentifyClient,
  ) {
    this.discovery = new AuthorizationServerDiscovery(fetcher);
  }

  /** Whether a token can be asked for already; else the upstream has to refuse a request first, and say where. */
  get isKnown(): boolean {
    return this.isDeclared || this.issuer !== undefined;
  }

  /** Grows with the scopes that are asked for: a token asked for under a smaller number has less. */
  get breadth(): number {
    return this.widenings;
  }

  /** Hosts with ports that the file declares for it. */
  get privateHosts(): readonly string[] {
    return this.target.privateHosts;
  }

  /** @throws AuthorizationError */
  client(): Promise<OAuthClient> {
    return (this.found ??= this.findAgain());
  }

  /** MCP, scope selection: what the file says; else what a challenge said; else what the upstream's metadata says. */
  async scopes(): Promise<readonly string[] | undefined> {
    const { scopes } = this.target.authorization;
    if (scopes !== undefined) return scopes;
    const { server } = await this.client();
    return this.wanted ?? server.scopesOfResource;
  }

  /**
   * Takes in why a request was refused.
   *
   * @returns whether another token may be worth more, unless the one that was refused has these scopes already.
   * @throws AuthorizationError
   */
  async learn(challenge: Challenge): Promise<boolean> {
    if (challenge.status === 403) return this.widen(challenge);
    if (challenge.scopes !== undefined) this.wanted = union(this.wanted, challenge.scopes);
    if (this.isDeclared) return true;
    // It may trust another server by now.
    this.resourceMetadata = challenge.resourceMetadata;
    this.found = undefined;
    await this.client();
    return true;
  }

  /** The file has the last word: an upstream must not talk us into more than the operator meant. */
  private async widen({ error, scopes }: Challenge): Promise<boolean> {
    if (error !== 'insufficient_scope' || scopes === undefined) return false;
    if (this.target.authorization.scopes !== undefined) return false;
    const before = (await this.scopes()) ?? [];
    this.wanted = union(before, scopes);
    if (this.wanted.length > before.length) this.widenings += 1;
    return true;
  }

  private get isDeclared(): boolean {
    const { issuer, tokenEndpoint } = this.target.authorization;
    return (issuer ?? tokenEndpoint) !== undefined;
  }

  /** What failed is tried again by whoever comes next. */
  private findAgain(): Promise<OAuthClient> {
    const finding = this.find();
    finding.catch(() => {
      if (this.found === finding) this.found = undefined;
    });
    return finding;
  }

  private async find(): Promise<OAuthClient> {
    const { authorization, privateHosts } = this.target;
    const server = await this.discovery.find(this.target, this.resourceMetadata);
    const { issuer } = server.metadata;
    // A secret is for the server it was first meant for: an upstream must not have it sent elsewhere.
    if (authorization.clientId !== undefined && (this.issuer ?? issuer) !== issuer)
      throw new AuthorizationError('authorization_server_changed');
    const client = await OAuthClient.create(server, await this.identify(server), this.fetcher, privateHosts);
    this.issuer = issuer;
    return client;
  }
}

function union(one: readonly string[] | undefined, other: readonly string[]): readonly string[] {
  return [...new Set([...(one ?? []), ...other])];
}
