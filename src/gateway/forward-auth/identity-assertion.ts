import { Injectable } from '@nestjs/common';
import { JwtSigner } from '../../auth/index.js';
import { Clock } from '../../common/clock.js';
import type { Principal } from '../../common/principal.js';
import { Configuration } from '../../config/index.js';
import { randomUuid } from '../../security/crypto/index.js';

/** Tells it from an access token, which no verifier may take it for (RFC 8725 §3.11). */
const TYPE = 'gatehouse-identity+jwt';
/** Seconds: long enough for one request to reach the server behind. */
const LIFETIME = 60;

/** Says who calls in a way that the server behind can verify by the JWKS, whoever else can reach it. */
@Injectable()
export class IdentityAssertion {
  constructor(
    private readonly signer: JwtSigner,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** For one server only; undefined when tokens are signed with a shared secret, which nobody else may know. */
  async sign({ subject, clientId, kind, scopes }: Principal, audience: string): Promise<string | undefined> {
    if (this.configuration.tokens.sharedSecret !== undefined) return undefined;
    const iat = this.clock.epochSeconds();
    const claims = {
      iss: this.configuration.server.issuer,
      sub: subject,
      aud: audience,
      client_id: clientId,
      subject_kind: kind,
      scope: scopes.join(' '),
      iat,
      exp: iat + LIFETIME,
      jti: randomUuid(),
    };
    return (await this.signer.sign('ES256', TYPE, claims)).jwt;
  }
}
