/** Text of which characters are read: a string, or one that was laid out for it. */
export interface Characters {
  readonly length: number;
  charCodeAt(index: number): number;
  charAt(index: number): string;
  slice(start: number, end?: number): string;
}

/** How far before and behind a text its surroundings may be looked at, in UTF-16 units. */
const MARGIN = 64;
const BYTES = 2;
/** Longest text whose room is kept for the next one, in UTF-16 units. */
const KEPT = 16_384;

/**
 * A text with its UTF-16 units in an array. V8 finds out what kind of string it has before every `charCodeAt`, which takes
 * longer than all else that a scan does with most characters; an array is read at once. What stands before and behind the
 * text reads as 0. Mutable on purpose: one object serves one scan after another.
 */
export class CodeUnits implements Characters {
  /** The text itself, for patterns. */
  string = '';
  length = 0;
  private bytes: Buffer;
  private units: Uint16Array;

  /** @param kept so many units of room stay for the next text. */
  constructor(private readonly kept: number = KEPT) {
    this.bytes = roomFor(kept);
    this.units = unitsOf(this.bytes);
  }

  /** Moves to another text. */
  read(text: string): void {
    if (text.length > this.kept) this.take(roomFor(text.length));
    this.string = text;
    this.length = text.length;
    this.bytes.write(text, MARGIN * BYTES, 'utf16le');
  }

  /** Leaves nothing of the text behind. */
  clear(): void {
    if (this.length > this.kept) this.take(roomFor(this.kept));
    else this.units.fill(0, MARGIN, MARGIN + this.length);
    this.string = '';
    this.length = 0;
  }

  charCodeAt(index: number): number {
    return this.units[MARGIN + index]!;
  }

  /** The first offset from `from` on whose unit the table has anything but 0 for; `end` when there is none before it. */
  nextIn(table: Uint8Array, from: number, end = this.length): number {
    const { units } = this;
    let index = from;
    while (index < end && table[units[MARGIN + index]!] === 0) index++;
    return index;
  }

  charAt(index: number): string {
    return this.string.charAt(index);
  }

  slice(start: number, end?: number): string {
    return this.string.slice(start, end);
  }

  private take(bytes: Buffer): void {
    this.bytes = bytes;
    this.units = unitsOf(bytes);
  }
}

function roomFor(length: number): Buffer {
  return Buffer.alloc((length + 2 * MARGIN) * BYTES);
}

function unitsOf({ buffer, byteOffset, byteLength }: Buffer): Uint16Array {
  return new Uint16Array(buffer, byteOffset, byteLength / BYTES);
}
