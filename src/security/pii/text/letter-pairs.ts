import { isAsciiLetter } from './character-class.js';
import type { CodeUnits } from './code-units.js';

/** What both cases of a letter have in common; other characters are told apart less well. */
const BITS = 31;
const KINDS = 32;
const ANY = -1;
/** What a space of a label may be written as. */
const JOINERS = ' _-.';

/**
 * How words begin that a pattern or a tree looks for: two looks, which mostly tell that none of them is there. In whatever
 * case, and a few other characters pass as well.
 */
export class LetterPairs {
  /** By the first character, one bit for each second. */
  private readonly seconds = new Int32Array(KINDS);

  /** @param words anything may stand behind those of one character; a space in one is also other marks or nothing. */
  constructor(words: Iterable<string>) {
    for (const word of words) {
      const seconds = word.charAt(1) === ' ' ? `${JOINERS}${word.charAt(2)}` : word.charAt(1);
      this.seconds[word.charCodeAt(0) & BITS]! |= seconds === '' ? ANY : bitsOf(seconds);
    }
  }

  /** Whether one of the words may begin at `at`. */
  mayBeAt(text: CodeUnits, at: number): boolean {
    return this.isPair(text.charCodeAt(at), text.charCodeAt(at + 1));
  }

  /** Whether one of the words may begin between `from` and `to`: those in letters of ASCII where a word does. */
  mayBeIn(text: CodeUnits, from: number, to: number): boolean {
    let code = text.charCodeAt(from);
    for (let at = from; at < to; at++) {
      const next = text.charCodeAt(at + 1);
      if (this.isPair(code, next) && beginsPart(code, text.charCodeAt(at - 1))) return true;
      code = next;
    }
    return false;
  }

  private isPair(first: number, second: number): boolean {
    return ((this.seconds[first & BITS]! >>> (second & BITS)) & 1) === 1;
  }
}

function bitsOf(characters: string): number {
  return Array.from(characters).reduce(
    (bits, character) => bits | (1 << (character.charCodeAt(0) & BITS)),
    0,
  );
}

/** What begins with letters of ASCII begins where a part of a word does. */
function beginsPart(code: number, previous: number): boolean {
  return !isAsciiLetter(code) || startsPart(code, previous);
}

/** Whether no letter goes on with letters before it, but for a capital within camelCase. */
export function startsPart(code: number, previous: number): boolean {
  return !isAsciiLetter(previous) || (previous >= 0x61 && code < 0x61);
}
