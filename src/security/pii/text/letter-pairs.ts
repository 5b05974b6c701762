import type { CodeUnits } from './code-units.js';

/** What both cases of a letter have in common. */
const LETTER_BITS = 31;
const LETTER_WIDTH = 5;
const PAIRS = 1 << (2 * LETTER_WIDTH);

/**
 * How words begin that a pattern looks for: two looks instead of the pattern. In whatever case, and a few other characters
 * pass as well, so that it only says where the pattern may match.
 */
export class LetterPairs {
  private readonly pairs = new Uint8Array(PAIRS);

  /** @param beginnings of two characters or more. */
  constructor(beginnings: Iterable<string>) {
    for (const word of beginnings) this.pairs[pairOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  }

  /** Whether one of the words may begin at `at`. */
  mayBeAt(text: CodeUnits, at: number): boolean {
    return this.pairs[pairOf(text.charCodeAt(at), text.charCodeAt(at + 1))] === 1;
  }
}

function pairOf(first: number, second: number): number {
  return ((first & LETTER_BITS) << LETTER_WIDTH) | (second & LETTER_BITS);
}
