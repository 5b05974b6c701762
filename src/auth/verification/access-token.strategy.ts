import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import { Strategy } from 'passport-jwt';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import type { VerificationKey } from '../keys/signing-key.js';
import { parseClaims, type AccessTokenClaims } from './claim-checks/access-token-claims.js';
import { CLAIM_CHECKS } from './claim-checks/claim-checks.js';
import { CLOCK_SKEW_SECONDS } from './claim-checks/claim-context.js';
import { TokenRefusal } from './token-refusal.js';

const NAME = 'access-token';

type Authenticator = InstanceType<typeof passport.Authenticator>;

/** What the strategy is asked about: it never sees a request, so no argument of a tool can pass for one. */
interface Attempt {
  readonly token: string;
  readonly key: VerificationKey;
}

/**
 * passport-jwt for RFC 9068 access tokens: signature, then issuer and times by the library and every
 * claim by our own checks, because the library alone accepts a token without `exp`.
 * The key is found and its algorithm pinned before; a `KeyObject` saves parsing it for each token.
 */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, NAME) {
  /** Set while the base class is being constructed. */
  declare private authenticator: Authenticator;

  constructor(
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {
    super({
      jwtFromRequest: (attempt: unknown) => (attempt as Attempt).token,
      // Typed for PEM text; the library below takes KeyObjects, and takes them faster.
      secretOrKeyProvider: (attempt: Attempt, _token, done) =>
        done(null, attempt.key.key as unknown as Buffer),
      algorithms: ['ES256', 'RS256', 'PS256', 'HS256'],
      issuer: configuration.server.issuer,
      jsonWebTokenOptions: { clockTolerance: CLOCK_SKEW_SECONDS },
    });
  }

  /** The claims of a token whose signature the key proves. @throws TokenRefusal */
  verify(attempt: Attempt): Promise<AccessTokenClaims> {
    return new Promise((resolve, reject) => {
      const settle = (error: unknown, claims: AccessTokenClaims | false | undefined, info: unknown): void => {
        if (error) reject(error);
        else if (claims) resolve(claims);
        else reject(unproven(info));
      };
      const authenticate = this.authenticator.authenticate(NAME, { session: false }, settle);
      authenticate({ ...attempt }, {}, reject);
    });
  }

  /** Called by passport once the signature is proven. @throws TokenRefusal */
  validate(payload: unknown): AccessTokenClaims {
    const claims = parseClaims(payload);
    const context = { issuer: this.configuration.server.issuer, now: this.clock.epochSeconds() };
    for (const check of CLAIM_CHECKS) check(claims, context);
    return claims;
  }

  /** A passport of its own: the library's shared one would mix up two applications in one process. */
  getPassportInstance(): Authenticator {
    this.authenticator ??= new passport.Authenticator();
    return this.authenticator;
  }
}

function unproven(cause: unknown): TokenRefusal {
  return new TokenRefusal('token_unproven', 'The access token is not valid.', { cause });
}
