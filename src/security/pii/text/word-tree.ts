import type { Characters } from './code-units.js';
import { EdgeTable, ROOT } from './edge-table.js';
import { imul } from './math.js';

const SPACE = 0x20;
/** Of characters and pairs of them as many remainders are told apart. */
const REMAINDERS = 4_096;
/** Odd, so that neighbours in Unicode are far from one another. */
const MIXED = 0x9e5;
/** What begins with a character: only words that go on behind it, or one that is no more than it as well. */
const Start = { NONE: 0, LONGER: 1, WHOLE: 2 } as const;

/**
 * Words that are looked for from one place of a text on, forwards or backwards. A space in a word may be left out of
 * the text. One step of the walk costs one look-up, whatever the number of words.
 */
export class WordTree {
  private readonly edges = new EdgeTable();
  /** By node: whether a word ends there. */
  private readonly ends: Uint8Array;
  /** By node: the node behind a space that may be left out; 0 for most. */
  private readonly overSpace: Uint16Array;
  /** By remainder of the characters that words begin with, one of `Start`: most walks end before they begin. */
  private readonly starts = new Uint8Array(REMAINDERS);
  /** By remainder of their first two characters whether any does: most of the others end here. */
  private readonly pairs = new Uint8Array(REMAINDERS);
  /** The characters that words begin with (backwards: end with). */
  readonly beginnings = new Set<string>();

  constructor(
    words: Iterable<string>,
    private readonly step: 1 | -1 = 1,
  ) {
    const ends = Array.from(words, (word) => this.add(step === 1 ? word : [...word].reverse().join('')));
    this.ends = new Uint8Array(this.edges.size);
    for (const end of ends) this.ends[end] = 1;
    this.overSpace = new Uint16Array(this.edges.size);
    for (let node = ROOT; node < this.edges.size; node++)
      this.overSpace[node] = this.edges.child(node, SPACE);
  }

  /** Length of the longest word that begins at `at` (or ends before it, backwards); 0 when there is none. */
  longest(text: Characters, at: number): number {
    const { step } = this;
    let index = step === 1 ? at : at - 1;
    if (!this.mayBegin(text.charCodeAt(index), text.charCodeAt(index + step))) return 0;
    let length = 0;
    let walked = 0;
    for (let node = ROOT; node !== 0; index += step) {
      if (this.ends[node] !== 0) length = walked;
      node = this.follow(node, text.charCodeAt(index));
      walked++;
    }
    return length;
  }

  /** Whether a word reaches from `start` to `end` exactly. */
  isWord(text: Characters, start: number, end: number): boolean {
    if (!this.mayBegin(text.charCodeAt(start), text.charCodeAt(start + 1))) return false;
    let node = ROOT;
    for (let index = start; index < end && node !== 0; index++)
      node = this.follow(node, text.charCodeAt(index));
    return this.ends[node] === 1;
  }

  private mayBegin(first: number, second: number): boolean {
    const start = this.starts[first & (REMAINDERS - 1)]!;
    return start >= Start.WHOLE || (start === Start.LONGER && this.pairs[pairOf(first, second)] !== 0);
  }

  private follow(node: number, code: number): number {
    const next = this.edges.child(node, code);
    if (next !== 0) return next;
    const over = this.overSpace[node]!;
    return over === 0 ? 0 : this.edges.child(over, code);
  }

  /** The node where the word ends. */
  private add(word: string): number {
    let node = ROOT;
    for (let index = 0; index < word.length; index++) node = this.edges.grow(node, word.charCodeAt(index));
    const first = word.charCodeAt(0);
    this.starts[first & (REMAINDERS - 1)]! |= word.length > 1 ? Start.LONGER : Start.WHOLE;
    if (word.length > 1) this.pairs[pairOf(first, word.charCodeAt(1))] = 1;
    if (word.charCodeAt(1) === SPACE) this.pairs[pairOf(first, word.charCodeAt(2))] = 1;
    this.beginnings.add(word.charAt(0));
    return node;
  }
}

function pairOf(first: number, second: number): number {
  return (imul(first, MIXED) + second) & (REMAINDERS - 1);
}
