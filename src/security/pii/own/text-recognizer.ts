import type { EntityType } from '../entity-types.js';

/** A part of a text that is personal data: UTF-16 units, `end` exclusive, a score between 0 and 1. */
export interface RecognizedSpan {
  readonly entityType: EntityType;
  readonly start: number;
  readonly end: number;
  /** What is below 0.5 is not reported; checksums of the built-in recognizers give more than 0.9. */
  readonly score: number;
}

/**
 * What a class with `@PiiRecognizer()` does. It sees every text that is checked, with full-width digits and the like
 * made plain, and after the name of its field where it has one (`badge: G-1234-X`). It is called in the middle of
 * every request: it must be synchronous, keep nothing, and be quick whatever the text (no unbounded quantifiers).
 */
export interface TextRecognizer {
  recognize(text: string): Iterable<RecognizedSpan>;
}

/** A recognizer as the analyzer holds it. */
export interface OwnRecognizer extends TextRecognizer {
  /** Stands in findings. */
  readonly name: string;
}
