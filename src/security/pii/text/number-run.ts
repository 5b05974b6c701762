import { isAsciiAlphanumeric, isDigit } from './character-class.js';

const MAX_GROUPS = 6;
const MAX_GROUP_LENGTH = 40;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
const SLASH = 0x2f;
const SPACE = 0x20;
const UNDERSCORE = 0x5f;

/**
 * Digits in groups with one kind of separator, as `900101-1234567` or `4111 1111 1111 1111`, measured once per
 * trigger and asked by every recognizer of numbers. Mutable on purpose: one object serves a whole scan.
 */
export class NumberRun {
  text = '';
  start = 0;
  /** Lengths of the groups that follow each other; only the first `count` are valid. */
  readonly lengths = new Int32Array(MAX_GROUPS);
  private readonly ends = new Int32Array(MAX_GROUPS);
  count = 0;
  /** Code of the separator between the groups: `-`, `.`, `/` or space; 0 with a single group. */
  separator = 0;
  /** False inside a longer token such as a UUID, a version or an order number `ORD-1234`. */
  startsClean = false;

  /** Measures the run whose first digit stands at `at`. */
  read(text: string, at: number): void {
    this.text = text;
    this.start = at;
    this.count = 0;
    this.separator = 0;
    this.startsClean = startsClean(text, at);
    let end = this.addGroup(at, text.length);
    while (this.count < MAX_GROUPS) {
      const next = this.nextGroup(end);
      if (next === 0) return;
      end = this.addGroup(next, next + MAX_GROUP_LENGTH);
    }
  }

  /** Where the first group ends: the scan goes on from here. */
  get firstEnd(): number {
    return this.ends[0] ?? this.start;
  }

  /** Offset after the groups when the run begins with exactly these lengths and ends cleanly there, else 0. */
  fit(...lengths: readonly number[]): number {
    if (!this.startsClean || this.count < lengths.length) return 0;
    for (let index = 0; index < lengths.length; index++) {
      if (this.lengths[index] !== lengths[index]) return 0;
    }
    return this.endsClean(lengths.length) ? this.endOf(lengths.length) : 0;
  }

  /** Offset after the first `groups` groups. */
  endOf(groups: number): number {
    return this.ends[groups - 1] ?? this.start;
  }

  /** The digits up to `end`, without separators. */
  digits(end: number): string {
    return this.text.slice(this.start, end).replace(/\D/g, '');
  }

  /** Whether nothing after the first `groups` groups makes them part of a longer token. */
  endsClean(groups: number): boolean {
    if (this.separator !== SPACE && this.count > groups) return false;
    const end = this.endOf(groups);
    const next = this.text.charCodeAt(end);
    if (isAsciiAlphanumeric(next) || next === UNDERSCORE) return false;
    return !((next === HYPHEN || next === FULL_STOP) && isAsciiAlphanumeric(this.text.charCodeAt(end + 1)));
  }

  private addGroup(from: number, limit: number): number {
    let end = from;
    while (end < limit && isDigit(this.text.charCodeAt(end))) end++;
    this.lengths[this.count] = end - from;
    this.ends[this.count] = end;
    this.count++;
    return end;
  }

  /** Start of the next group after the separator at `end`, or 0. ` - ` counts as a hyphen. */
  private nextGroup(end: number): number {
    let code = this.text.charCodeAt(end);
    let next = end + 1;
    if (code === SPACE && this.text.charCodeAt(next) === HYPHEN && this.text.charCodeAt(next + 1) === SPACE) {
      code = HYPHEN;
      next += 2;
    }
    if (code !== HYPHEN && code !== FULL_STOP && code !== SPACE && code !== SLASH) return 0;
    if (this.separator !== 0 && this.separator !== code) return 0;
    if (!isDigit(this.text.charCodeAt(next))) return 0;
    this.separator = code;
    return next;
  }
}

function startsClean(text: string, at: number): boolean {
  if (at === 0) return true;
  const previous = text.charCodeAt(at - 1);
  if (isAsciiAlphanumeric(previous) || previous === UNDERSCORE) return false;
  if (previous !== HYPHEN && previous !== FULL_STOP) return true;
  return at === 1 || !isAsciiAlphanumeric(text.charCodeAt(at - 2));
}
