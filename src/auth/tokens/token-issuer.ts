import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import { randomUuid } from '../../security/crypto/index.js';
import { registrationOf, type Client } from '../clients/client.js';
import { authTime } from './auth-time.js';
import { JwtSigner } from './jwt-signer.js';

/** RFC 9068 §2.1: the media type that tells an access token from every other JWT. */
export const ACCESS_TOKEN_TYPE = 'at+jwt';

export interface AccessTokenRequest {
  readonly client: Client;
  readonly scopes: readonly string[];
  readonly audience: readonly string[];
  /** Seconds; never more than the configured life. */
  readonly ttl?: number;
  /** On whose behalf; absent when the client acts for itself. */
  readonly person?: {
    readonly userId: string;
    readonly familyId: string;
    /** Undefined or null when it is not known. */
    readonly authenticatedAt: Date | null | undefined;
  };
}

export interface AccessToken {
  readonly accessToken: string;
  /** Seconds from now. */
  readonly expiresIn: number;
  /** Space-separated, as granted. */
  readonly scope: string;
  readonly jti: string;
  readonly kid: string;
}

/** Issues access tokens as RFC 9068 JWTs. Whoever calls has decided that the client may have them, and records it. */
@Injectable()
export class TokenIssuer {
  private readonly issuer: string;
  private readonly maximumTtl: number;

  constructor(
    private readonly signer: JwtSigner,
    private readonly clock: Clock,
    configuration: Configuration,
  ) {
    this.issuer = configuration.server.issuer;
    this.maximumTtl = configuration.tokens.accessTokenTtl;
  }

  /**
   * A token signed with the client's algorithm: for a person, with the family it belongs to (`fid`),
   * or for the client itself (`sub` = `client_id`, RFC 9068 §2.2).
   */
  async issue({ client, scopes, audience, ttl, person }: AccessTokenRequest): Promise<AccessToken> {
    const expiresIn = Math.min(ttl ?? this.maximumTtl, this.maximumTtl);
    const iat = this.clock.epochSeconds();
    const scope = scopes.join(' ');
    const jti = randomUuid();
    const claims = {
      iss: this.issuer,
      sub: person === undefined ? client.clientId : person.userId,
      aud: audience.length === 1 ? audience[0] : audience,
      client_id: client.clientId,
      reg: registrationOf(client),
      scope,
      iat,
      exp: iat + expiresIn,
      jti,
      ...(person === undefined ? undefined : claimsOf(person)),
    };
    const { jwt, kid } = await this.signer.sign(client.tokenSigningAlgorithm, ACCESS_TOKEN_TYPE, claims);
    return { accessToken: jwt, expiresIn, scope, jti, kid };
  }
}

function claimsOf(person: NonNullable<AccessTokenRequest['person']>): Record<string, unknown> {
  return { fid: person.familyId, ...authTime(person.authenticatedAt) };
}
