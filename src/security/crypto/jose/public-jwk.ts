import type { JWK } from 'jose';

/** RFC 7518 §3.1 and RFC 8037 §3.1: asymmetric only, so that who verifies cannot sign. */
export const ASYMMETRIC_ALGORITHMS = ['ES256', 'RS256', 'PS256', 'EdDSA'] as const;
export type AsymmetricAlgorithm = (typeof ASYMMETRIC_ALGORITHMS)[number];

/** A public key that was looked at: of a kind that one of our algorithms takes, without private members. */
export type PublicJwk = JWK & { readonly kty: 'EC' | 'RSA' | 'OKP' };

/** RFC 7518 §6.2.2, §6.3.2 and §6.4.1: what only the owner of a key may have. */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;
const BASE64URL = /^[A-Za-z0-9_-]+$/;
const COORDINATE_LENGTH = 43;
/** 2048 bits in base64url (RFC 7518 §3.3), and 8192, beyond which verifying costs too much. */
const RSA_LENGTH = { minimum: 342, maximum: 1_366 } as const;

/** Whether a key shows what must stay secret, or is secret as a whole. */
export function isPrivateJwk(key: object): boolean {
  return PRIVATE_MEMBERS.some((member) => member in key);
}

/** Whether we can verify signatures with the key. */
export function isUsablePublicJwk(key: unknown): key is PublicJwk {
  if (typeof key !== 'object' || key === null || isPrivateJwk(key)) return false;
  const jwk = key as Record<string, unknown>;
  if (!isForSignatures(jwk)) return false;
  if (jwk['kty'] === 'RSA') return isModulus(jwk['n']) && isText(jwk['e'], 8);
  if (jwk['kty'] === 'EC') return jwk['crv'] === 'P-256' && isCoordinate(jwk['x']) && isCoordinate(jwk['y']);
  return jwk['kty'] === 'OKP' && jwk['crv'] === 'Ed25519' && isCoordinate(jwk['x']);
}

/** The key with what it takes to verify with it: whatever else a stranger publishes is not worth keeping. */
export function bareJwk({ kty, crv, x, y, n, e, kid, alg }: PublicJwk): PublicJwk {
  return { kty, crv, x, y, n, e, kid, alg } as PublicJwk;
}

/** Whether a signature of the algorithm can have been made with the key. */
export function fits(key: PublicJwk, algorithm: AsymmetricAlgorithm): boolean {
  if (key.alg !== undefined && key.alg !== algorithm) return false;
  if (algorithm === 'ES256') return key.kty === 'EC';
  return key.kty === (algorithm === 'EdDSA' ? 'OKP' : 'RSA');
}

function isForSignatures({ use, key_ops: operations }: Record<string, unknown>): boolean {
  if (use !== undefined && use !== 'sig') return false;
  return operations === undefined || (Array.isArray(operations) && operations.includes('verify'));
}

function isModulus(value: unknown): boolean {
  return isText(value, RSA_LENGTH.maximum) && value.length >= RSA_LENGTH.minimum;
}

function isCoordinate(value: unknown): boolean {
  return isText(value, COORDINATE_LENGTH) && value.length === COORDINATE_LENGTH;
}

function isText(value: unknown, maximum: number): value is string {
  return typeof value === 'string' && value.length <= maximum && BASE64URL.test(value);
}
