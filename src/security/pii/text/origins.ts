/**
 * Where the units of a folded text came from: pieces that were kept, and between them what was read as something else.
 * Few for most texts, however long.
 */
export class Origins {
  /** Offset in the folded text where each piece begins, ascending. */
  private readonly starts: number[] = [];
  /** Offset in the original of each piece; of what was read as something else its complement. */
  private readonly origins: number[] = [];

  /** From `at` on stands what was read at `origin`: all of it comes from there. */
  addUnit(at: number, origin: number): void {
    this.add(at, ~origin);
  }

  /** From `at` on the text is as it was from `origin` on. */
  addPlain(at: number, origin: number): void {
    this.add(at, origin);
  }

  /** Offset in the original of an offset in the folded text. */
  of(offset: number): number {
    const piece = this.pieceAt(offset);
    if (piece < 0) return offset;
    const origin = this.origins[piece]!;
    return origin < 0 ? ~origin : origin + offset - this.starts[piece]!;
  }

  /** What has no length gives way to what follows it. */
  private add(at: number, origin: number): void {
    const last = this.starts.length - 1;
    if (this.starts[last] === at) this.origins[last] = origin;
    else {
      this.starts.push(at);
      this.origins.push(origin);
    }
  }

  /** The last piece that begins at or before `offset`; -1 before the first. */
  private pieceAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
