import type { TokenFamily } from '../token-families/token-family.js';

/** Of a family, what its tokens are for. */
export type RefreshableFamily = Pick<
  TokenFamily,
  'id' | 'userId' | 'clientId' | 'sessionId' | 'scopes' | 'audience' | 'authenticatedAt'
> & { readonly isRevoked: boolean };

/** A refresh token as stored, looked at when its owner shows it. The token itself is not kept. */
export interface RefreshToken {
  readonly digest: string;
  readonly family: RefreshableFamily;
  /** 1 for the first of its family, one more for each successor. */
  readonly generation: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly state: RefreshTokenState;
  /** Seconds until the family ends by age; not above zero when it has. */
  readonly familySeconds: number;
}

/**
 * `current`: it may be used. `retriable`: it was used, its answer may be lost, and nobody has used its successor.
 * `used`: whoever shows it again has it from somewhere it should not have been. `expired`: unused for too long.
 */
export type RefreshTokenState = 'current' | 'retriable' | 'used' | 'expired';
