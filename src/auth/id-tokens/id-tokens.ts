import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import { digestToken } from '../../security/crypto/index.js';
import type { Client } from '../clients/client.js';
import { authTime } from '../tokens/auth-time.js';
import { JwtSigner } from '../tokens/jwt-signer.js';

/** RFC 8725 §3.11: never the type of an access token. */
export const ID_TOKEN_TYPE = 'JWT';

export interface IdTokenRequest {
  readonly client: Client;
  readonly session: {
    readonly userId: string;
    /** Undefined or null when the session is not known any more. */
    readonly sessionId: string | null | undefined;
    /** Undefined or null when it is not known. */
    readonly authenticatedAt: Date | null | undefined;
    /** RFC 8176. */
    readonly methods: readonly string[];
  };
  readonly nonce: string | null | undefined;
  /** Issued beside it. */
  readonly accessToken: string;
}

/** Issues ID tokens (OpenID Connect Core 1.0 §2). What else is known of a person is told by userinfo (§5.4). */
@Injectable()
export class IdTokens {
  constructor(
    private readonly signer: JwtSigner,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** Signed with the client's `id_token_signed_response_alg`. */
  async issue({ client, session, nonce, accessToken }: IdTokenRequest): Promise<string> {
    const iat = this.clock.epochSeconds();
    const { userId, sessionId, authenticatedAt, methods } = session;
    const claims = {
      iss: this.configuration.server.issuer,
      sub: userId,
      aud: client.clientId,
      iat,
      exp: iat + this.configuration.tokens.accessTokenTtl,
      ...authTime(authenticatedAt),
      at_hash: leftHalfOf(accessToken),
      ...(nonce === undefined || nonce === null ? {} : { nonce }),
      ...(methods.length === 0 ? {} : { amr: methods }),
      ...(sessionId === undefined || sessionId === null ? {} : { sid: sessionId }),
    };
    const { jwt } = await this.signer.sign(client.idTokenSigningAlgorithm, ID_TOKEN_TYPE, claims);
    return jwt;
  }
}

/** OpenID Connect Core 1.0 §3.1.3.6 `at_hash`; every algorithm in use here goes with SHA-256. */
function leftHalfOf(accessToken: string): string {
  const digest = Buffer.from(digestToken(accessToken), 'base64url');
  return digest.subarray(0, digest.length / 2).toString('base64url');
}
