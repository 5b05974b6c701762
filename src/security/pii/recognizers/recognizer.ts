import type { EntityType, Finding } from '../finding.js';
import type { NumberRun } from '../text/number-run.js';

/** A possible finding, before overlaps are resolved. The scanner adds the recognizer's name. */
export type Candidate = Omit<Finding, 'recognizer'>;

interface Named {
  /** Stands in findings, for example `kr-rrn`. */
  readonly name: string;
}

/** Looks at digits; asked once for each run of digits. */
export interface NumberRecognizer extends Named {
  readonly trigger: 'number';
  recognize(run: NumberRun): Candidate | undefined;
}

/**
 * Looks around one character: `@`, `:` or `=`, the capital that begins a word, or a syllable that starts a Korean
 * label or title. Must cost a bounded number of steps, whatever the text.
 */
export interface CharacterRecognizer extends Named {
  readonly trigger: 'at' | 'colon' | 'capital' | 'hangul';
  recognize(text: string, at: number): Candidate | undefined;
}

/** Looks beside what was found already: a name next to an e-mail address or a phone number. */
export interface NeighbourRecognizer extends Named {
  readonly trigger: 'neighbour';
  recognize(text: string, anchor: Candidate): Candidate | undefined;
}

export type Recognizer = NumberRecognizer | CharacterRecognizer | NeighbourRecognizer;

/** Shorthand for recognizers. */
export function candidate(entityType: EntityType, start: number, end: number, score: number): Candidate {
  return { entityType, start, end, score };
}
