import type { Characters } from './code-units.js';
import { EdgeTable, ROOT } from './edge-table.js';

const SPACE = 0x20;
const STARTS = 4_096;

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
  /** One bit for each remainder of the characters that words begin with: most walks end before they begin. */
  private readonly starts = new Uint8Array(STARTS);
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
    if (this.starts[text.charCodeAt(index) & (STARTS - 1)] === 0) return 0;
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
    if (this.starts[text.charCodeAt(start) & (STARTS - 1)] === 0) return false;
    let node = ROOT;
    for (let index = start; index < end && node !== 0; index++)
      node = this.follow(node, text.charCodeAt(index));
    return this.ends[node] === 1;
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
    this.starts[word.charCodeAt(0) & (STARTS - 1)] = 1;
    this.beginnings.add(word.charAt(0));
    return node;
  }
}
