import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import type { Principal } from '../../common/principal.js';
import { ServiceUnavailableError } from '../../common/problem-error.js';
import { Configuration, type ExternalIssuerConfiguration } from '../../config/index.js';
import { ChangeCache, ChangeFeed } from '../../database/index.js';
import { JwtRefusedError, parseJwt, proveJwt, type UnprovedJwt } from '../../security/crypto/index.js';
import { InvalidTokenError } from '../challenges/bearer-errors.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { checkExpiry } from '../verification/claim-checks/check-times.js';
import { TokenRefusal } from '../verification/token-refusal.js';
import { checkExternalClaims } from './external-claims.js';
import { checkExternalHeader } from './external-header.js';
import { externalPrincipal } from './external-principal.js';
import { IssuerKeySets } from './issuer-key-sets.js';

/** A token that was proven once. */
interface ProvenToken {
  readonly principal: Principal;
  /** Seconds since the epoch; then the issuer's keys are asked again. */
  readonly proveAgainAt: number;
}

/** Seconds until a key that its issuer has withdrawn stops working here, beside the age of the key set. */
const PROOF_LIFETIME = 300;

/**
 * Verifies access tokens of external issuers (RFC 9068 §4, with the deviations that the configuration allows an
 * issuer). Which issuer is asked, the unproven `iss` decides; everything after is decided by that issuer's keys.
 */
@Injectable()
export class ExternalTokenVerifier {
  private readonly issuers: ReadonlyMap<string, ExternalIssuerConfiguration>;
  private readonly proven: ChangeCache<string, ProvenToken>;

  constructor(
    private readonly keys: IssuerKeySets,
    private readonly scopes: ScopeAuthority,
    private readonly resources: ProtectedResources,
    private readonly clock: Clock,
    feed: ChangeFeed,
    configuration: Configuration,
  ) {
    this.issuers = new Map(configuration.externalIssuers.map((issuer) => [issuer.issuer, issuer]));
    this.proven = new ChangeCache(feed, [], (token) => this.prove(token));
    scopes.onReload(() => this.proven.clear());
  }

  /** Whether the token says that one of the external issuers made it. Nothing is proven by that. */
  isForeign(token: string): boolean {
    if (this.issuers.size === 0) return false;
    return this.proven.peek(token) !== undefined || this.issuerOf(token) !== undefined;
  }

  /**
   * Who the token proves the caller to be, at the protected resource of that path.
   *
   * @param scopesNeeded named in the challenge when the token is refused.
   * @throws InvalidTokenError
   * @throws ServiceUnavailableError when the issuer does not answer and its keys are not known.
   */
  async verify(token: string, resource: string, scopesNeeded: readonly string[] = []): Promise<Principal> {
    const { metadataUrl } = this.resources.resourceOf(resource);
    try {
      const principal = await this.principalOf(token);
      checkExpiry(principal.expiresAt, this.clock.epochSeconds());
      this.checkResource(principal, resource);
      return principal;
    } catch (error) {
      if (!(error instanceof TokenRefusal)) throw error;
      const challenge = { resourceMetadataUrl: metadataUrl, scopes: scopesNeeded };
      throw new InvalidTokenError(challenge, error.description, { reason: error.reason, cause: error });
    }
  }

  private async principalOf(token: string): Promise<Principal> {
    const known = this.proven.peek(token);
    if (known !== undefined && this.clock.epochSeconds() >= known.proveAgainAt) this.proven.drop(token);
    return (await this.proven.get(token)).principal;
  }

  private async prove(token: string): Promise<ProvenToken> {
    await this.scopes.current();
    const jwt = parse(token);
    const issuer = jwt && this.issuers.get(String(jwt.claims['iss']));
    if (jwt === undefined || issuer === undefined)
      throw new TokenRefusal('token_malformed', 'The access token is malformed.');
    checkExternalHeader(jwt.header, issuer);
    await this.proveSignature(jwt, issuer);
    const now = this.clock.epochSeconds();
    const claims = checkExternalClaims(jwt.claims, issuer.issuer, now);
    const principal = externalPrincipal(issuer, claims, token, (roles) => this.scopes.scopesOfRoles(roles));
    return { principal, proveAgainAt: now + PROOF_LIFETIME };
  }

  private async proveSignature(jwt: UnprovedJwt, issuer: ExternalIssuerConfiguration): Promise<void> {
    const keys = await this.keys.find(issuer, jwt);
    if (keys === undefined)
      throw new ServiceUnavailableError('The issuer of the access token does not answer; try again shortly.');
    try {
      await proveJwt(jwt, keys);
    } catch (error) {
      if (!(error instanceof JwtRefusedError)) throw error;
      const reason = error.reason === 'unknown_key' ? 'unknown_key' : 'token_unproven';
      throw new TokenRefusal(reason, 'The access token is not valid.', { cause: error });
    }
  }

  /** An issuer may be trusted at some of the protected resources only. */
  private checkResource({ issuer }: Principal, resource: string): void {
    const resources = this.issuers.get(issuer)?.resources;
    if (resources === undefined || resources.includes(this.resources.resourceOf(resource).path)) return;
    throw new TokenRefusal('wrong_audience', 'The access token was not issued for this resource.');
  }

  private issuerOf(token: string): ExternalIssuerConfiguration | undefined {
    const issuer = parse(token)?.claims['iss'];
    return typeof issuer === 'string' ? this.issuers.get(issuer) : undefined;
  }
}

/** Undefined when the text is no signed JWT. */
function parse(token: string): UnprovedJwt | undefined {
  try {
    return parseJwt(token);
  } catch {
    return undefined;
  }
}
