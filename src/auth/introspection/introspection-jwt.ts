import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import { JwtSigner } from '../tokens/jwt-signer.js';
import type { Introspection } from './token-introspection.js';

/** RFC 9701 §5. */
const TYPE = 'token-introspection+jwt';
export const INTROSPECTION_JWT_MEDIA_TYPE = `application/${TYPE}`;

/** RFC 9701: the answer as a JWT, so that it can be shown to others later. */
@Injectable()
export class IntrospectionJwt {
  constructor(
    private readonly signer: JwtSigner,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** For the caller alone, and without `sub` or `exp`: it must not pass for an access token (§8.1). */
  async sign({ caller, response }: Introspection): Promise<string> {
    const claims = {
      iss: this.configuration.server.issuer,
      aud: caller.clientId,
      iat: this.clock.epochSeconds(),
      token_introspection: response,
    };
    return (await this.signer.sign(caller.idTokenSigningAlgorithm, TYPE, claims)).jwt;
  }
}

/** Whether the caller asks for it: listed in `Accept`, and not with a weight of zero (RFC 9110 §12.5.1). */
export function acceptsIntrospectionJwt(accept: string | undefined): boolean {
  return (accept ?? '').split(',').some((range) => {
    const [mediaType = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return (
      mediaType === INTROSPECTION_JWT_MEDIA_TYPE && !parameters.some((part) => /^q=0(\.0*)?$/.test(part))
    );
  });
}
