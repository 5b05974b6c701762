import { z } from 'zod';
import type { UnprovedJwt } from '../../../security/crypto/index.js';
import { InvalidClientError } from '../../errors/oauth-errors.js';
import { CLOCK_SKEW_SECONDS } from '../../verification/claim-checks/claim-context.js';

/** What the claims of a client assertion are compared with. */
export interface AssertionContext {
  readonly clientId: string;
  /** Identifiers of this server; any of them will do. */
  readonly audiences: readonly string[];
  /** Seconds since the epoch. */
  readonly now: number;
}

/** An assertion is for one request that is made now. */
const MAXIMUM_LIFETIME_SECONDS = 300;
const MAXIMUM_JTI_LENGTH = 512;
/** RFC 7515 §4.1.9; the second is the explicit type of draft-ietf-oauth-rfc7523bis. */
const TYPES: ReadonlySet<unknown> = new Set([undefined, 'JWT', 'jwt', 'client-authentication+jwt']);

const time = z.number().finite();
const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.tuple([z.string()])]).transform((aud) => [aud].flat()[0] ?? ''),
  exp: time,
  nbf: time.optional(),
  iat: time.optional(),
  jti: z.string().min(1).max(MAXIMUM_JTI_LENGTH),
});

/** What is kept of an accepted assertion, so that it is not accepted again. */
export interface AssertionId {
  readonly jti: string;
  /** Seconds since the epoch. */
  readonly exp: number;
}

/**
 * RFC 7523 §3, stricter where it leaves a choice: one audience only (what is good for several servers can be
 * replayed at the others), a `jti`, and a short life.
 *
 * @throws InvalidClientError with the reason for the record.
 */
export function checkAssertion({ header, claims }: UnprovedJwt, context: AssertionContext): AssertionId {
  if (!TYPES.has(header['typ'])) throw new InvalidClientError('assertion_type');
  const result = claimsSchema.safeParse(claims);
  if (!result.success) throw new InvalidClientError('assertion_claims');
  const { iss, sub, aud, exp, nbf, iat, jti } = result.data;
  if (iss !== context.clientId || sub !== context.clientId) throw new InvalidClientError('assertion_issuer');
  if (!context.audiences.includes(aud)) throw new InvalidClientError('assertion_audience');
  if (exp <= context.now) throw new InvalidClientError('assertion_expired');
  const latest = context.now + CLOCK_SKEW_SECONDS;
  if (exp > latest + MAXIMUM_LIFETIME_SECONDS) throw new InvalidClientError('assertion_lifetime');
  if ((nbf ?? 0) > latest || (iat ?? 0) > latest) throw new InvalidClientError('assertion_not_yet_valid');
  return { jti, exp };
}
