const SURROGATE = /[\ud800-\udfff]/;

/**
 * Offsets of a text in UTF-16 units and in code points, each from the other. A lone surrogate counts as one code
 * point, as it does in Python.
 */
export class OffsetMap {
  /** Where the surrogate pairs begin, in UTF-16 units. */
  private readonly pairs: readonly number[];
  private readonly length: number;

  constructor(text: string) {
    this.pairs = SURROGATE.test(text) ? pairsOf(text) : [];
    this.length = text.length;
  }

  /** Undefined when the text ends before it. */
  toUtf16(codePoints: number): number | undefined {
    const before = firstIndex(this.pairs.length, (index) => this.pairs[index]! - index >= codePoints);
    const units = codePoints + before;
    return units > this.length ? undefined : units;
  }

  /** Of an offset in the middle of a pair, the code point it belongs to. */
  toCodePoints(units: number): number {
    return units - firstIndex(this.pairs.length, (index) => this.pairs[index]! >= units);
  }

  /** Whether the offset would cut a pair into halves. */
  isInsidePair(units: number): boolean {
    const after = firstIndex(this.pairs.length, (index) => this.pairs[index]! >= units);
    return after > 0 && this.pairs[after - 1]! === units - 1;
  }
}

function pairsOf(text: string): number[] {
  const pairs: number[] = [];
  for (let index = 0; index < text.length; index++) {
    if (text.codePointAt(index)! > 0xffff) pairs.push(index++);
  }
  return pairs;
}

/** The first index for which the test holds, which it does for all after it. */
function firstIndex(length: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
