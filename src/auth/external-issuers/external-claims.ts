import { z } from 'zod';
import { checkExpiry } from '../verification/claim-checks/check-times.js';
import { CLOCK_SKEW_SECONDS } from '../verification/claim-checks/claim-context.js';
import { TokenRefusal } from '../verification/token-refusal.js';

const text = z.string().min(1).max(512);
const numericDate = z.number().min(0).max(8.64e12);
/** OpenID Connect Core §3.1.3.6 and §3.3.2.11, Back-Channel Logout §2.4: only tokens that give no access have them. */
const CLAIMS_OF_OTHER_TOKENS = ['at_hash', 'c_hash', 's_hash', 'events'];

/** RFC 7519 §4.1, as far as every access token has it; who writes more than RFC 9068 asks for is not refused. */
const claimsSchema = z.looseObject({
  iss: text,
  aud: z.union([text.transform((audience) => [audience]), z.array(text).min(1)]),
  exp: numericDate,
  iat: numericDate.optional(),
  nbf: numericDate.optional(),
  jti: text.optional(),
});

export type ExternalClaims = z.output<typeof claimsSchema>;

/** The claims every access token has, checked as strictly as our own. @throws TokenRefusal */
export function checkExternalClaims(payload: unknown, issuer: string, now: number): ExternalClaims {
  const result = claimsSchema.safeParse(payload);
  if (!result.success)
    throw new TokenRefusal('claims_malformed', 'The access token lacks a claim it must have.');
  const claims = result.data;
  if (claims.iss !== issuer)
    throw new TokenRefusal('wrong_issuer', 'The access token comes from another issuer.');
  if (CLAIMS_OF_OTHER_TOKENS.some((name) => Object.hasOwn(claims, name)))
    throw new TokenRefusal('wrong_typ', 'This is not an access token.');
  checkExpiry(claims.exp, now);
  if (Math.max(claims.iat ?? 0, claims.nbf ?? 0) > now + CLOCK_SKEW_SECONDS)
    throw new TokenRefusal('token_not_yet_valid', 'The access token is not valid yet.');
  return claims;
}
