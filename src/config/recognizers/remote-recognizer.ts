/** How a remote recognizer is spoken to; one wire per kind. */
export const RECOGNIZER_KINDS = ['presidio', 'token_classification'] as const;
export type RecognizerKind = (typeof RECOGNIZER_KINDS)[number];

/** What offsets count: code points as Python does, or UTF-16 units as JavaScript and Java do. */
export const OFFSET_UNITS = ['code_points', 'utf-16'] as const;
export type OffsetUnit = (typeof OFFSET_UNITS)[number];

/** A service elsewhere that finds personal data which rules cannot, such as names in running text. */
export interface RemoteRecognizerConfiguration {
  /** Stands in findings, metrics and readiness. */
  readonly name: string;
  readonly kind: RecognizerKind;
  /** The very URL that is posted to. */
  readonly url: string;
  /** Its labels, each with the entity type it means here; undefined = the usual ones of the kind. */
  readonly entities: Readonly<Record<string, string>> | undefined;
  /** ISO 639-1 codes of the languages it reads, the usual one first. */
  readonly languages: readonly string[];
  /** What it is less sure of is not taken. */
  readonly minScore: number;
  /** The score here of what it is entirely sure of; below 1, because no model proves anything. */
  readonly maxScore: number;
  /** Milliseconds for all texts of one value together. */
  readonly budgetMs: number;
  /** Requests at once, per replica. */
  readonly maxConcurrency: number;
  /** Texts in one request. */
  readonly maxBatch: number;
  /** UTF-16 units in one request; longer texts go in overlapping pieces. */
  readonly maxCharacters: number;
  /** Failures in a row after which it is left alone for a while. */
  readonly breakerFailures: number;
  /** Milliseconds of that while. */
  readonly breakerOpenMs: number;
  readonly offsets: OffsetUnit;
  /** Header that proves who asks; the value is a secret. */
  readonly credential: { readonly header: string; readonly value: string } | undefined;
}
