import type { Characters } from '../../text/code-units.js';
import { isLatinLetter, joinsWord, MAX_WORD } from '../../text/latin-words.js';
import { unlistedClassAt, LISTED } from './word-class.js';
import { EMPTY_HASH, hashWith } from '../../text/word-table.js';
import { min } from '../../text/math.js';

const UNKNOWN = -1;

/**
 * A word that begins with a capital, read once for all recognizers that look at one: its end, and what it may be.
 * Mutable on purpose: one object serves a whole scan.
 */
export class CapitalWord {
  start = 0;
  end = 0;
  /** Where the letters before its first apostrophe or hyphen end. */
  lettersEnd = 0;
  /** Class of a word that stands in a list, as written there; 0 for all others. See WordClass. */
  listed = 0;
  private text: Characters = '';
  private known = UNKNOWN;

  /** Moves to the word that begins at `at`, which ends as `wordEnd` says. */
  read(text: Characters, at: number): void {
    const limit = min(text.length, at + MAX_WORD);
    let hash = EMPTY_HASH;
    let end = at;
    let lettersEnd = 0;
    for (; end < limit; end++) {
      const code = text.charCodeAt(end);
      if (!isLatinLetter(code)) {
        if (lettersEnd === 0) lettersEnd = end;
        if (end === at || !joinsWord(text, end, code)) break;
      }
      hash = hashWith(hash, code);
    }
    this.text = text;
    this.start = at;
    this.end = end;
    this.lettersEnd = lettersEnd || end;
    this.listed = LISTED.at(text, at, end, hash);
    this.known = UNKNOWN;
  }

  /** Class of the word, by its form where no list has it; 0 for a word that nothing is known of. */
  get flags(): number {
    if (this.listed !== 0) return this.listed;
    if (this.known === UNKNOWN) this.known = unlistedClassAt(this.text, this.start, this.end);
    return this.known;
  }
}
