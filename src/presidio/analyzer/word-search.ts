interface Node {
  readonly next: Map<number, Node>;
  /** Longest proper ending of this word's beginning that begins a word too. */
  fallback: Node | undefined;
  /** Length of the word that ends here. */
  length: number;
  /** Nearest node by `fallback` at which a word ends. */
  shorter: Node | undefined;
}

export interface FoundWord {
  readonly start: number;
  readonly end: number;
}

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}_]/u;

/**
 * Finds many words in a text in one pass (Aho and Corasick, 1975), so that the time does not depend on what a caller's
 * words and texts have in common. Case does not matter; a word counts where no letter or digit goes on.
 */
export class WordSearch {
  private readonly root: Node = node();

  constructor(words: readonly string[]) {
    for (const word of words) this.add(word);
    this.link();
  }

  /** Where the words stand, in the order of their ends; of several that end at one place the longest. */
  *find(text: string): Generator<FoundWord> {
    let current = this.root;
    for (let index = 0; index < text.length; index++) {
      current = this.step(current, codeOf(text, index));
      const end = index + 1;
      const start = isWordCharacter(text, end) ? undefined : startOf(current, text, end);
      if (start !== undefined) yield { start, end };
    }
  }

  private add(word: string): void {
    let current = this.root;
    for (let index = 0; index < word.length; index++) {
      const code = codeOf(word, index);
      const next = current.next.get(code) ?? node();
      current.next.set(code, next);
      current = next;
    }
    current.length = word.length;
  }

  /** Breadth first: the fallback of a node is shorter, so it is known by then. */
  private link(): void {
    const queue = [...this.root.next.values()];
    for (const child of queue) child.fallback = this.root;
    for (const parent of queue) {
      for (const [code, child] of parent.next) {
        child.fallback = this.step(parent.fallback ?? this.root, code);
        child.shorter = child.fallback.length > 0 ? child.fallback : child.fallback.shorter;
        queue.push(child);
      }
    }
  }

  private step(from: Node, code: number): Node {
    for (let current: Node | undefined = from; current !== undefined; current = current.fallback) {
      const next = current.next.get(code);
      if (next !== undefined) return next;
    }
    return this.root;
  }
}

function node(): Node {
  return { next: new Map(), fallback: undefined, length: 0, shorter: undefined };
}

/** Lower case where that keeps the length: offsets must not move. */
function codeOf(text: string, index: number): number {
  const lower = text.charAt(index).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : text.charCodeAt(index);
}

/** Where the longest whole word that ends here begins. */
function startOf(last: Node, text: string, end: number): number | undefined {
  for (let found: Node | undefined = last; found !== undefined; found = found.shorter) {
    if (found.length > 0 && !isWordCharacter(text, end - found.length - 1)) return end - found.length;
  }
  return undefined;
}

function isWordCharacter(text: string, index: number): boolean {
  return WORD_CHARACTER.test(text.charAt(index));
}
