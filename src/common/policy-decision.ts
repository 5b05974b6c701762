/** Where personal data was found and of which type; never the value itself. */
export interface PiiFinding {
  /** RFC 6901 JSON pointer below the arguments or the result. */
  readonly path: string;
  readonly entityType: string;
  /** Confidence between 0 and 1. */
  readonly score: number;
  /** What was done about it; records made before there were rules for types and fields lack it. */
  readonly action?: PiiAction;
  /** How many segments of the path lie above the field that policies speak of; none when left out. */
  readonly fieldAt?: number;
}

/** What can happen to personal data that is found. */
export const PII_ACTIONS = ['keep', 'mask', 'redact', 'replace', 'hash', 'encrypt', 'reject'] as const;
export type PiiAction = (typeof PII_ACTIONS)[number];

/** What a policy decided about one direction of one call. */
export interface PolicyDecision {
  readonly direction: 'in' | 'out';
  readonly action: PiiAction;
  readonly policyVersion: string;
  readonly findings: readonly PiiFinding[];
  /** Purposes of the rules that met a finding. */
  readonly purposes?: readonly string[];
  /** Origins whose tokens arrived in clear because the policy reveals them. */
  readonly revealedFrom?: readonly string[];
  /** Scopes of the caller, where something was found; a policy may depend on them. */
  readonly scopes?: readonly string[];
}
