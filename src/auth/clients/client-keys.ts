import { z } from 'zod';
import { isPrivateJwk, isUsablePublicJwk } from '../../security/crypto/index.js';
import type { JsonWebKeySet } from './client.js';

const MAXIMUM_KEYS = 20;

/** Visible ASCII: nothing else can be stored, shown and compared everywhere alike. */
const name = (maximum: number) =>
  z
    .string()
    .regex(new RegExp(`^[\\x21-\\x7E]{1,${maximum}}$`), `must be 1 to ${maximum} visible ASCII characters`);
/** base64url without padding (RFC 7515 §2). */
const octets = (maximum: number) =>
  z.string().regex(new RegExp(`^[\\w-]{1,${maximum}}$`), `must be 1 to ${maximum} characters of base64url`);
/** P-521 has the longest, RFC 7518 §6.2.1.2. */
const coordinate = octets(88);

/** RFC 7517 §4, RFC 7518 §6 and RFC 8037 §2: what makes a public key and says what it is for. */
const publicMembers = z.object({
  kty: name(32),
  crv: name(32).optional(),
  x: coordinate.optional(),
  y: coordinate.optional(),
  /** 8192 bits. */
  n: octets(1_366).optional(),
  e: octets(8).optional(),
  kid: name(256).optional(),
  alg: name(32).optional(),
  use: name(32).optional(),
  key_ops: z.array(name(32)).max(10).optional(),
});

/** Looked at before anything is left out: a key that shows its private part is nobody's any more. */
const publicKey = z
  .looseObject({})
  .refine((key) => !isPrivateJwk(key), 'must not have private or symmetric keys')
  .pipe(publicMembers);

/** RFC 7591 §2 `jwks`: public keys, one of which we can use; members that are not understood are left out (RFC 7517 §4). */
export const clientKeySet = z
  .object({ keys: z.array(publicKey).max(MAXIMUM_KEYS) })
  .refine(
    ({ keys }) => keys.some(isUsablePublicJwk),
    'must have an EC P-256, RSA (2048 bits or more) or Ed25519 key',
  )
  .transform((keys): JsonWebKeySet => keys);
