import { compactVerify } from 'jose/jws/compact/verify';
import { importJWK } from 'jose/key/import';
import { ASYMMETRIC_ALGORITHMS, fits, type AsymmetricAlgorithm, type PublicJwk } from './public-jwk.js';

/** A JWT as received, taken apart. Nothing in it is proved. */
export interface UnprovedJwt {
  readonly token: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A JWT that another party signed cannot be taken. The message is for records. */
export class JwtRefusedError extends Error {
  override readonly name = 'JwtRefusedError';

  constructor(
    readonly reason: 'malformed' | 'algorithm' | 'unknown_key' | 'unproved',
    options?: { cause?: unknown },
  ) {
    super(`JWT refused: ${reason}`, options);
  }
}

const MAXIMUM_LENGTH = 8_192;
const COMPACT_JWS = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+$/;
/** Without a `kid` each key that fits has to be tried. */
const MAXIMUM_KEYS_TRIED = 4;

/** @throws JwtRefusedError when the text is no signed JWT of a size to look at. */
export function parseJwt(token: string): UnprovedJwt {
  const [, header, claims] = (token.length <= MAXIMUM_LENGTH && COMPACT_JWS.exec(token)) || [];
  if (header === undefined || claims === undefined) throw new JwtRefusedError('malformed');
  return { token, header: parseObject(header), claims: parseObject(claims) };
}

/**
 * The algorithm, one of ours. Keys in the header (`jwk`, `jku`, `x5c`, `x5u`) are never looked at.
 *
 * @throws JwtRefusedError for `none`, for HMACs and whatever else is not on the list.
 */
export function algorithmOf({ header }: UnprovedJwt): AsymmetricAlgorithm {
  const algorithm = ASYMMETRIC_ALGORITHMS.find((each) => each === header['alg']);
  if (algorithm === undefined) throw new JwtRefusedError('algorithm');
  return algorithm;
}

/** The keys a signature can have been made with: those of its `kid` when it names one. */
export function candidateKeys(jwt: UnprovedJwt, keys: readonly PublicJwk[]): PublicJwk[] {
  const algorithm = algorithmOf(jwt);
  const kid = jwt.header['kid'];
  return keys
    .filter((key) => fits(key, algorithm) && (kid === undefined || key.kid === kid))
    .slice(0, MAXIMUM_KEYS_TRIED);
}

/** @throws JwtRefusedError unless one of the keys proves the signature (RFC 7515 §5.2; `crit` and `b64` included). */
export async function proveJwt(jwt: UnprovedJwt, keys: readonly PublicJwk[]): Promise<void> {
  const candidates = candidateKeys(jwt, keys);
  if (candidates.length === 0) throw new JwtRefusedError('unknown_key');
  let cause: unknown;
  for (const key of candidates) {
    try {
      await verify(jwt, key);
      return;
    } catch (error) {
      cause = error;
    }
  }
  throw new JwtRefusedError('unproved', { cause });
}

async function verify(jwt: UnprovedJwt, { kty, n, e, crv, x, y }: PublicJwk): Promise<void> {
  const algorithm = algorithmOf(jwt);
  // Only what makes the key: its other members were looked at already, and some would confuse the import.
  const key = await importJWK({ kty, n, e, crv, x, y } as PublicJwk, algorithm);
  await compactVerify(jwt.token, key, { algorithms: [algorithm] });
}

function parseObject(encoded: string): Readonly<Record<string, unknown>> {
  const value = parseJson(Buffer.from(encoded, 'base64url').toString('utf8'));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new JwtRefusedError('malformed');
  return value as Readonly<Record<string, unknown>>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new JwtRefusedError('malformed', { cause });
  }
}
