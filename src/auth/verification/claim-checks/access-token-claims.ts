import { z } from 'zod';
import { TokenRefusal } from '../token-refusal.js';

const text = z.string().min(1).max(512);
/** RFC 7519 §2 NumericDate; beyond it no Date exists. */
const numericDate = z.number().min(0).max(8.64e12);

/** RFC 9068 §2.2, required ones required. Unknown claims are left alone (RFC 7519 §4). */
const claimsSchema = z.object({
  iss: text,
  sub: text,
  client_id: text,
  jti: text,
  aud: z.union([text.transform((audience) => [audience]), z.array(text).min(1)]),
  exp: numericDate,
  iat: numericDate,
  nbf: numericDate.optional(),
  scope: z.string().max(4_096).default(''),
  /** Which registration of the client id it was issued to; every token that is issued now says so. */
  reg: text.optional(),
  /** The token family, in a token that acts for a person. */
  fid: z.uuid().optional(),
});

export type AccessTokenClaims = z.output<typeof claimsSchema>;

/** The claims with the types RFC 9068 gives them. */
export function parseClaims(payload: unknown): AccessTokenClaims {
  const result = claimsSchema.safeParse(payload);
  if (result.success) return result.data;
  throw new TokenRefusal(
    'claims_malformed',
    'The access token lacks a claim it must have, or has one of a wrong type.',
  );
}
