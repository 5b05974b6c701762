/** Where personal data was found and of which type; never the value itself. */
export interface PiiFinding {
  /** RFC 6901 JSON pointer below the arguments or the result. */
  readonly path: string;
  readonly entityType: string;
  /** Confidence between 0 and 1. */
  readonly score: number;
}

export type PiiAction = 'keep' | 'mask' | 'redact' | 'replace' | 'hash' | 'encrypt' | 'reject';

/** What a policy decided about one direction of one call. */
export interface PolicyDecision {
  readonly direction: 'in' | 'out';
  readonly action: PiiAction;
  readonly policyVersion: string;
  readonly findings: readonly PiiFinding[];
}
