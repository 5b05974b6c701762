/** What claims are compared with. */
export interface ClaimContext {
  readonly issuer: string;
  /** Seconds since the epoch. */
  readonly now: number;
}

/** Seconds another replica's clock may be ahead. Expiry gets none: a token never outlives its `exp`. */
export const CLOCK_SKEW_SECONDS = 60;
