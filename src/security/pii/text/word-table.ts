import type { Characters } from './code-units.js';
import { imul } from './math.js';
const START = 0x811c9dc5;
const PRIME = 0x01000193;
/** Offset, value and length, and hash of a word. */
const FIELDS = 3;
/** Of the second field, what the length takes. */
const LENGTH_WIDTH = 8;
const LENGTH_BITS = 0xff;
const LOWER_CASE = 0x20;

/** Where the hash of a word begins. */
export const EMPTY_HASH = START | 0;

/** Continues the hash of a word with one more character. */
export function hashWith(hash: number, code: number): number {
  return imul(hash ^ code, PRIME);
}

/**
 * Words with a number each, looked up where they stand in a text: no part of it is copied. All characters lie in one
 * string and all places in one array, a fraction of what a `Map` of them takes.
 */
export class WordTable {
  private characters = '';
  private slots = new Int32Array(FIELDS);
  private mask = 0;
  private source: (() => ReadonlyMap<string, number>) | undefined;

  /** @param words asked for the words when the first one is looked up. */
  constructor(words: () => ReadonlyMap<string, number>) {
    this.source = words;
  }

  private build(words: ReadonlyMap<string, number>): void {
    this.source = undefined;
    this.mask = 2 ** Math.ceil(Math.log2(words.size * 2)) - 1;
    this.slots = new Int32Array((this.mask + 1) * FIELDS);
    // Joined and read once, so that it is one flat string.
    this.characters = Array.from(words.keys()).join('');
    let offset = 0;
    for (const [word, value] of words) {
      this.put(word, offset, value);
      offset += word.length;
    }
  }

  /** The number of a word, 0 when it is none of them. */
  of(word: string): number {
    return this.at(word, 0, word.length, hashOfWord(word));
  }

  /**
   * The number of the word from `start` to `end`, whose hash is `hash`; 0 when it is none of them.
   *
   * @param lowers whether capitals of ASCII behind the first character count as small letters, in the hash too.
   */
  at(text: Characters, start: number, end: number, hash: number, lowers = false): number {
    // First, as it makes the table where there is none yet.
    const field = this.fieldOf(hash);
    const { slots } = this;
    const known = slots[field + 1]!;
    if ((known & LENGTH_BITS) !== end - start || known === 0) return 0;
    return this.isAt(text, start, end, slots[field]!, lowers) ? known >> LENGTH_WIDTH : 0;
  }

  /** The same of a word of ASCII letters in whatever case; its hash is that of small letters. */
  ofLetters(text: Characters, start: number, end: number, hash: number): number {
    const field = this.fieldOf(hash);
    const { slots, characters } = this;
    const known = slots[field + 1]!;
    if ((known & LENGTH_BITS) !== end - start) return 0;
    const offset = slots[field]! - start;
    for (let index = start; index < end; index++)
      if (characters.charCodeAt(offset + index) !== (text.charCodeAt(index) | LOWER_CASE)) return 0;
    return known >> LENGTH_WIDTH;
  }

  /** Whether a word with this hash may be one of them: before the word itself is put together. */
  mayHold(hash: number): boolean {
    const field = this.fieldOf(hash);
    return this.slots[field + 1] !== 0;
  }

  /** Where the fields of the word with this hash are, or of none. Two words of one table never have the same. */
  private fieldOf(hash: number): number {
    if (this.source) this.build(this.source());
    const { slots, mask } = this;
    for (let place = placeOf(hash) & mask; ; place = (place + 1) & mask) {
      const field = place * FIELDS;
      if (slots[field + 2] === hash || slots[field + 1] === 0) return field;
    }
  }

  private isAt(text: Characters, start: number, end: number, offset: number, lowers: boolean): boolean {
    const { characters } = this;
    for (let index = start; index < end; index++) {
      const code = text.charCodeAt(index);
      const read = lowers && index > start ? lower(code) : code;
      if (characters.charCodeAt(offset + index - start) !== read) return false;
    }
    return true;
  }

  private put(word: string, offset: number, value: number): void {
    const { slots } = this;
    const hash = hashOfWord(word);
    const field = this.fieldOf(hash);
    if (slots[field + 1] !== 0) throw new TypeError(`${word} has the hash of another word`);
    slots[field] = offset;
    slots[field + 1] = (value << LENGTH_WIDTH) | word.length;
    slots[field + 2] = hash;
  }
}

/** The hash of a part of a text. */
export function hashOf(text: Characters, start: number, end: number): number {
  let hash = EMPTY_HASH;
  for (let index = start; index < end; index++) hash = hashWith(hash, text.charCodeAt(index));
  return hash;
}

/** The same of a string: in a loop of its own, as one that reads several kinds of text is slower by far. */
function hashOfWord(word: string): number {
  let hash = EMPTY_HASH;
  for (let index = 0; index < word.length; index++) hash = hashWith(hash, word.charCodeAt(index));
  return hash;
}

function placeOf(hash: number): number {
  return hash ^ (hash >>> 15);
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
}
