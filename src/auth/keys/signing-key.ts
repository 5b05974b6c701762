import type { KeyObject } from 'node:crypto';
import { TOKEN_SIGNING_ALGORITHMS, type TokenSigningAlgorithm } from '../clients/client.js';

/** JWS `alg` of an access token: a client's own, or HS256 when the whole server shares a secret. */
export type AccessTokenAlgorithm = TokenSigningAlgorithm | 'HS256';

/** What this server signs with, whatever it signs: with a shared secret (JWT_SECRET_KEY) that alone. */
export function signingAlgorithms(sharedSecret: string | undefined): readonly AccessTokenAlgorithm[] {
  return sharedSecret === undefined ? TOKEN_SIGNING_ALGORITHMS : ['HS256'];
}

/** A key to sign with; the algorithm is pinned to it. */
export interface SigningKey {
  readonly kid: string;
  readonly algorithm: AccessTokenAlgorithm;
  readonly key: KeyObject;
}

/** A key to verify with; a token whose `alg` is another one is refused. */
export type VerificationKey = SigningKey;

/**
 * States of NIST SP 800-57 Part 1 §7: published but not used yet, used for signing,
 * no longer used for signing but still verified with.
 */
export type SigningKeyState = 'pre-activation' | 'active' | 'deactivated';
