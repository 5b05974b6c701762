import type { EntityType } from '../entity-types.js';
import type { Finding } from '../finding.js';
import type { ColumnLabels } from '../structure/column-labels.js';
import type { CapitalWord } from '../lexicon/english/capital-word.js';
import type { SideName } from '../text/character-class.js';
import type { CodeUnits } from '../text/code-units.js';
import type { TokenRun } from '../text/token-run.js';

/** A possible finding, before overlaps are resolved. The scanner adds the recognizer's name. */
export type Candidate = Omit<Finding, 'recognizer'>;

interface Named {
  /** Stands in findings, for example `kr-rrn`. */
  readonly name: string;
}

/**
 * Looks at what has digits: numbers in groups, and codes of letters and digits. How to add one:
 *
 * - `shapes` say what it wants (syntax: text/shapes.ts), for example `['6-7', '13']`, `['LLDDDDDDL']`, `['1~3.1~3.1~3.1~3']`.
 *   One table dispatches all of them, so a recognizer costs nothing where its shape does not stand. It is asked only about
 *   whole tokens: `run.start` to `run.end` is exactly the shape, `run.value` the same without separators.
 *   Letters may have either case: check what the standard demands.
 * - `context` lists label words in lower case, in every language people label it in (Latin words match from a word boundary
 *   or a camelCase capital; up to four letters as whole words, longer ones as a beginning; a space also matches `_`, `-`
 *   or nothing). `run.context()` then says 1, 0 or -1; all recognizers share one look at the text. Where only 1 matters,
 *   `run.isNamed()` is cheaper. `against` adds to THING_WORDS, which speak against every number. `run.contextAfter()` looks
 *   behind the number.
 * - `before`, `after`, `behind`, `ahead` and `first` say what has to stand beside it and what it may begin with, where only some
 *   characters can, and `onlyNamed` that it is nothing without one of its words: a look at a table keeps most numbers of a
 *   text from costing a call.
 * - Scores: 0.9 and more validated (a checksum, a plan), 0.75-0.85 by context, 0.5-0.7 by shape alone; below 0.5 is not
 *   reported. A shape that ordinary numbers have too needs context or a checksum.
 */
export interface NumberRecognizer extends Named {
  readonly trigger: 'number';
  readonly shapes: readonly string[];
  readonly context?: readonly string[];
  readonly against?: readonly string[];
  /** What speaks against it only directly before it. */
  readonly againstBeside?: readonly string[];
  /** What stands before its first character or behind its last, of these only. */
  readonly before?: readonly SideName[];
  readonly after?: readonly SideName[];
  /**
   * What the word before it may end with, over one space or hyphen: letters, `0` for any digit, `가` for any syllable of
   * Hangul, `.` for a full stop or a comma, `*` for all others.
   */
  readonly behind?: string;
  /** What the word behind it may begin with, in the same way. */
  readonly ahead?: string;
  /**
   * Whether it is reported only beside one of its words, or only behind one (`before` it stands the word); the recognizer
   * need not ask for less.
   */
  readonly onlyNamed?: boolean | 'before';
  /** Digits and capital letters that it may begin with. */
  readonly first?: string;
  recognize(run: TokenRun): Candidate | undefined;
}

/**
 * Looks around one character: `@`, `:` between what addresses are written with, `://`, `+` before a digit, a full stop or
 * hyphen within a word, or (`introduction`) the `m` of `name` and `i am`; `opening` is asked once, about the beginning of
 * the text. Must cost a bounded number of steps, whatever the text.
 */
export interface CharacterRecognizer extends Named {
  readonly trigger: 'at' | 'colon' | 'scheme' | 'plus' | 'dot' | 'hyphen' | 'introduction' | 'opening';
  recognize(text: string, at: number): Candidate | undefined;
}

/**
 * Looks at the `:` or `=` behind a letter, a quotation mark or a space: what a label ends with; `field`: behind a Korean
 * label. Bounded likewise.
 */
export interface LabelRecognizer extends Named {
  readonly trigger: 'label' | 'field';
  recognize(text: CodeUnits, at: number): Candidate | undefined;
}

/** Looks at the Latin word with a capital first that begins a word, read once for all of them. Bounded likewise. */
export interface CapitalRecognizer extends Named {
  readonly trigger: 'capital';
  recognize(text: CodeUnits, at: number, word: CapitalWord): Candidate | undefined;
}

/** Looks at a word with a capital first that begins what may be a cell, and at the header above it. Bounded likewise. */
export interface CellRecognizer extends Named {
  readonly trigger: 'cell';
  recognize(text: CodeUnits, at: number, columns: ColumnLabels): Candidate | undefined;
}

/** What recognizers of Hangul may ask of the scan they are part of. */
export interface HangulScan {
  /** Where the last finding of this kind ended. */
  previous: number;
  /** Which of its beginnings, as bits in their order, the recognizer is asked for. */
  begins: number;
  readonly columns: ColumnLabels;
}

/** How a run of Hangul may begin: by its first syllables, one of those given; where none are given, any. */
export interface HangulBeginning {
  readonly first: string;
  readonly second?: string;
  /** What stands third where the run is not at its end. */
  readonly third?: string;
  /** Whether the run may be a single syllable. */
  readonly alone?: boolean;
}

/** Looks at one run of Hangul syllables. Bounded likewise. */
export interface HangulRecognizer extends Named {
  readonly trigger: 'hangul';
  /** What is worth a call. */
  readonly begins: readonly HangulBeginning[];
  recognize(text: CodeUnits, start: number, end: number, scan: HangulScan): Candidate | undefined;
}

/**
 * Looks through a short text that is written without capitals: asked from its beginning, and again from behind whatever it
 * found. Must be linear in the length of the text.
 */
export interface ChatRecognizer extends Named {
  readonly trigger: 'chat';
  recognize(text: CodeUnits, from: number): Candidate | undefined;
}

/** Looks beside what was found already: a name next to an e-mail address or a phone number. */
export interface NeighbourRecognizer extends Named {
  readonly trigger: 'neighbour';
  /** What it stands beside. */
  readonly beside: readonly EntityType[];
  recognize(text: CodeUnits, anchor: Candidate): Candidate | undefined;
}

export type Recognizer =
  | NumberRecognizer
  | CharacterRecognizer
  | LabelRecognizer
  | CapitalRecognizer
  | CellRecognizer
  | HangulRecognizer
  | ChatRecognizer
  | NeighbourRecognizer;

/** Shorthand for recognizers. */
export function candidate(entityType: EntityType, start: number, end: number, score: number): Candidate {
  return { entityType, start, end, score };
}
